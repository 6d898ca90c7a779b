/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be told of a file before SQLite touches it: whether it is there, is a database, is on
 * this machine. Only reads, so that a file that is refused stays as it was.
 */
#include "config.h"

#include "heed-database-private.h"
#include "heed-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

#define PAGE_SIZE    4096 /* what SQLCipher writes */
#define SQLITE_MAGIC "SQLite format 3"
#define MAGIC_FUSE   0x65735546

static void
fail (GError       **error,
      HeedStoreError code,
      const char    *path,
      const char    *why)
{
  g_set_error (error, HEED_STORE_ERROR, code, "%s: %s", path, why);
}

static guint32
read_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* Ciphertext looks like noise: of 1,024 random bytes, about 251 different ones. */
static gboolean
looks_encrypted (const guint8 *head,
                 gsize         size)
{
  gboolean seen[256] = { FALSE };
  guint    different = 0;

  for (gsize i = 0; i < size; i++)
    {
      different += !seen[head[i]];
      seen[head[i]] = TRUE;
    }
  return size == HEED_DATABASE_HEAD_SIZE && different > 220;
}

/**
 * heed_database_file_is_remote:
 * @magic: the type of a file system, as statfs() tells
 *
 * Tells whether the locks of a file system cannot be trusted because other machines share it.
 *
 * Returns: whether it is a network file system
 */
gboolean
heed_database_file_is_remote (guint64 magic)
{
  static const guint64 remote[] = {
    0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x6b414653, 0x564c, 0x73757245, 0x01021997,
    0x00c36400, 0x47504653, 0x0bd00bd0, /* NFS SMB CIFS SMB2 OpenAFS AFS NCP Coda 9P Ceph GPFS Lustre */
  };

  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if (magic == remote[i])
      return TRUE;
  return FALSE;
}

/* FUSE carries disks of this machine as well as of others: the mount table tells which. */
static gboolean
fuse_is_remote (const char *folder)
{
  g_autofree char *table = NULL;
  g_autofree char *device = NULL;
  g_auto (GStrv) lines = NULL;
  struct stat info;

  if (stat (folder, &info) != 0 || !g_file_get_contents ("/proc/self/mountinfo", &table, NULL, NULL))
    return FALSE;
  device = g_strdup_printf (" %u:%u ", major (info.st_dev), minor (info.st_dev));
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *type = strstr (lines[i], " - ");

      if (type == NULL || strstr (lines[i], device) == NULL)
        continue;
      return strstr (type, "sshfs") || strstr (type, "rclone") || strstr (type, "gvfsd") || strstr (type, "davfs") || strstr (type, "gluster") || strstr (type, "s3fs");
    }
  return FALSE;
}

static gboolean
check_folder (const char       *path,
              HeedDatabaseFlags flags,
              GError          **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs    info;

  if (statfs (folder, &info) != 0)
    {
      fail (error, HEED_STORE_ERROR_NOT_FOUND, path, "its folder is not there");
      return FALSE;
    }
  if (!(flags & HEED_DATABASE_ANYWHERE) && (heed_database_file_is_remote ((guint32) info.f_type) || ((guint32) info.f_type == MAGIC_FUSE && fuse_is_remote (folder))))
    {
      fail (error, HEED_STORE_ERROR_NOT_LOCAL, path, "it is on a network folder");
      return FALSE;
    }
  if (!(flags & HEED_DATABASE_READ_ONLY) && access (folder, W_OK) != 0)
    {
      fail (error, HEED_STORE_ERROR_READ_ONLY, path, "its folder cannot be written");
      return FALSE;
    }
  return TRUE;
}

/**
 * heed_database_file_check_head:
 * @path: the file
 * @head: (array length=size): its beginning
 * @size: bytes of it that are there; %HEED_DATABASE_HEAD_SIZE unless the file is shorter
 * @encrypted: whether a key will be used
 * @error: return location
 *
 * Tells from how a file begins why it cannot be opened.
 *
 * Returns: whether it is worth trying
 */
gboolean
heed_database_file_check_head (const char   *path,
                               const guint8 *head,
                               gsize         size,
                               gboolean      encrypted,
                               GError      **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  struct stat      info;
  gint64           file_size = stat (path, &info) == 0 ? info.st_size : 0;
  guint32          page;

  /* An empty file is one that is being made. */
  if (size == 0)
    return TRUE;
  if (size < sizeof SQLITE_MAGIC || memcmp (head, SQLITE_MAGIC, sizeof SQLITE_MAGIC) != 0)
    {
      if (looks_encrypted (head, size) && file_size % PAGE_SIZE != 0)
        fail (error, HEED_STORE_ERROR_CORRUPT, path, "it is cut short");
      else if (!looks_encrypted (head, size))
        fail (error, HEED_STORE_ERROR_NOT_HEED, path, "it is not a database");
      else if (!encrypted)
        fail (error, HEED_STORE_ERROR_WRONG_KEY, path, "it is encrypted");
      else
        return TRUE;
      return FALSE;
    }
  if (size < 100)
    {
      fail (error, HEED_STORE_ERROR_CORRUPT, path, "it is cut short");
      return FALSE;
    }
  if (read_number (head + 68) != HEED_APPLICATION_ID)
    {
      fail (error, HEED_STORE_ERROR_NOT_HEED, path, "it is a database of another program");
      return FALSE;
    }
  if (encrypted)
    {
      fail (error, HEED_STORE_ERROR_WRONG_KEY, path, "it is not encrypted");
      return FALSE;
    }
  page = (guint32) head[16] << 8 | head[17];
  page = page == 1 ? 65536 : page;
  if ((stat (wal, &info) != 0 || info.st_size == 0) && (guint64) file_size < (guint64) page * read_number (head + 28))
    {
      fail (error, HEED_STORE_ERROR_CORRUPT, path, "it is cut short");
      return FALSE;
    }
  return TRUE;
}

/**
 * heed_database_file_check:
 * @path: the file
 * @flags: how it will be opened
 * @error: return location
 *
 * Tells beforehand why a file cannot be opened. The file is not opened for that: closing it would
 * take away the locks that other connections of this program have on it.
 *
 * Returns: whether it is worth trying
 */
gboolean
heed_database_file_check (const char       *path,
                          HeedDatabaseFlags flags,
                          GError          **error)
{
  struct stat info;

  if (!check_folder (path, flags, error))
    return FALSE;
  if (stat (path, &info) != 0)
    {
      if (errno == ENOENT && flags & HEED_DATABASE_CREATE)
        return TRUE;
      fail (error, errno == EACCES ? HEED_STORE_ERROR_READ_ONLY : HEED_STORE_ERROR_NOT_FOUND, path,
            g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      fail (error, HEED_STORE_ERROR_NOT_HEED, path, "it is not a file");
      return FALSE;
    }
  if (access (path, flags & HEED_DATABASE_READ_ONLY ? R_OK : R_OK | W_OK) != 0)
    {
      fail (error, HEED_STORE_ERROR_READ_ONLY, path, g_strerror (errno));
      return FALSE;
    }
  if (info.st_size == 0)
    {
      /* A file whose making was cut off by a power cut is empty, too. */
      if (flags & HEED_DATABASE_CREATE)
        return TRUE;
      fail (error, HEED_STORE_ERROR_CORRUPT, path, "it is empty");
      return FALSE;
    }
  return TRUE;
}

/**
 * heed_database_file_tell:
 * @head: (array length=size): the beginning of a file that SQLite does not take for a database
 * @size: bytes of it
 * @code: (inout): the #HeedStoreError, made more exact
 *
 * Tells a damaged file from a wrong key.
 */
void
heed_database_file_tell (const guint8 *head,
                         gsize         size,
                         int          *code)
{
  if (size >= sizeof SQLITE_MAGIC && memcmp (head, SQLITE_MAGIC, sizeof SQLITE_MAGIC) == 0)
    *code = HEED_STORE_ERROR_CORRUPT;
}

/**
 * heed_database_file_sync:
 * @path: a file or folder
 * @error: return location
 *
 * Waits until it is on the disk.
 *
 * Returns: whether it is
 */
gboolean
heed_database_file_sync (const char *path,
                         GError    **error)
{
  int      file = open (path, O_RDONLY | O_CLOEXEC);
  gboolean done = file >= 0 && fsync (file) == 0;

  if (!done)
    fail (error, errno == ENOSPC ? HEED_STORE_ERROR_FULL : HEED_STORE_ERROR_FAILED, path,
          g_strerror (errno));
  if (file >= 0)
    close (file);
  return done;
}
