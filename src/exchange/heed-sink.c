/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where an export is written to: a file for its owner only, beside the target, that takes its name
 * when all of it is on the disk. Whatever goes wrong before leaves nothing behind and the target as
 * it was. Knows nothing of what is written.
 */
#include "config.h"

#include "heed-sink.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <openssl/evp.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES (1024 * 1024)

struct _HeedSink
{
  char       *path;
  char       *temporary;
  int         fd;
  char       *buffer;
  gsize       used;
  gboolean    written; /* through us; else by name, by a library */
  EVP_MD_CTX *sum;     /* of the library that SQLCipher uses: three times as fast as GLib's */
  gboolean    delivered;
};

static gboolean
set_errno (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  /* A limit on the size of files is a full disk to whoever meets it. */
  if (code == EFBIG || code == EDQUOT)
    code = ENOSPC;
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), "%s: %s", name,
               g_strerror (code));
  return FALSE;
}

/* Whether an office program has the file open: it writes its own copy over ours later. */
static gboolean
is_open_elsewhere (const char *path)
{
  static const char *const locks[] = { ".~lock.%s#", "~$%s" };
  g_autofree char         *folder = g_path_get_dirname (path);
  g_autofree char         *name = g_path_get_basename (path);

  for (guint i = 0; i < G_N_ELEMENTS (locks); i++)
    {
      g_auto (GStrv) parts = g_strsplit (locks[i], "%s", 2);
      g_autofree char *lock = g_strconcat (parts[0], name, parts[1], NULL);
      g_autofree char *lock_path = g_build_filename (folder, lock, NULL);

      if (g_file_test (lock_path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_target (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  GStatBuf         status;

  if (*path == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, "the name is empty");
      return FALSE;
    }
  if (g_stat (path, &status) != 0)
    return errno == ENOENT || set_errno (error, path, errno);
  if (S_ISDIR (status.st_mode))
    return set_errno (error, path, EISDIR);
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s: it is not a file", name);
      return FALSE;
    }
  if (g_access (path, W_OK) != 0)
    return set_errno (error, path, errno);
  if (is_open_elsewhere (path))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, "%s: it is open in another program", name);
      return FALSE;
    }
  return TRUE;
}

/**
 * heed_sink_open:
 * @path: the file to make or to replace
 * @error: return location
 *
 * Checks that the target can be written, and begins.
 *
 * Returns: (transfer full): the file
 */
HeedSink *
heed_sink_open (const char *path, GError **error)
{
  g_autoptr (HeedSink) self = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = NULL;

  if (!check_target (path, error))
    return NULL;
  self = g_new0 (HeedSink, 1);
  self->fd = -1;
  self->path = g_strdup (path);
  hidden = g_strdup_printf (".%.100s.XXXXXX", name);
  self->temporary = g_build_filename (folder, hidden, NULL);
  self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      int code = errno;

      g_clear_pointer (&self->temporary, g_free);
      set_errno (error, code == ENOENT || code == ENOTDIR ? folder : path, code);
      return NULL;
    }
  self->buffer = g_malloc (BUFFER_BYTES);
  self->sum = EVP_MD_CTX_new ();
  EVP_DigestInit_ex (self->sum, EVP_sha256 (), NULL);
  return g_steal_pointer (&self);
}

/**
 * heed_sink_free:
 * @self: (transfer full): a file
 *
 * Lets go of it. What was not delivered is removed.
 */
void
heed_sink_free (HeedSink *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL && !self->delivered)
    g_unlink (self->temporary);
  g_clear_pointer (&self->sum, EVP_MD_CTX_free);
  g_free (self->buffer);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

static gboolean
write_out (HeedSink *self, const char *bytes, gsize n_bytes, GError **error)
{
  EVP_DigestUpdate (self->sum, bytes, n_bytes);
  while (n_bytes > 0)
    {
      ssize_t n = write (self->fd, bytes, n_bytes);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return set_errno (error, self->path, n < 0 ? errno : ENOSPC);
      bytes += n;
      n_bytes -= (gsize) n;
    }
  return TRUE;
}

static gboolean
flush (HeedSink *self, GError **error)
{
  gsize used = self->used;

  self->used = 0;
  return used == 0 || write_out (self, self->buffer, used, error);
}

/**
 * heed_sink_write:
 * @self: a file
 * @bytes: (array length=n_bytes): what to write
 * @n_bytes: how much
 * @error: return location
 *
 * Writes, through a buffer of a mebibyte.
 *
 * Returns: whether it could be written
 */
gboolean
heed_sink_write (HeedSink *self, const char *bytes, gsize n_bytes, GError **error)
{
  self->written = TRUE;
  if (self->used + n_bytes > BUFFER_BYTES && !flush (self, error))
    return FALSE;
  if (n_bytes > BUFFER_BYTES)
    return write_out (self, bytes, n_bytes, error);
  memcpy (self->buffer + self->used, bytes, n_bytes);
  self->used += n_bytes;
  return TRUE;
}

/**
 * heed_sink_get_temporary:
 * @self: a file
 *
 * Gets the name that it has until it is delivered, for a library that writes files by name.
 *
 * Returns: (transfer none): the name
 */
const char *
heed_sink_get_temporary (HeedSink *self)
{
  return self->temporary;
}

/* The sum of what a library wrote. */
static gboolean
read_sum (HeedSink *self, GError **error)
{
  int     fd = g_open (self->temporary, O_RDONLY | O_CLOEXEC, 0);
  ssize_t n = -1;

  while (fd >= 0 && (n = read (fd, self->buffer, BUFFER_BYTES)) > 0)
    EVP_DigestUpdate (self->sum, self->buffer, (size_t) n);
  if (n < 0)
    set_errno (error, self->path, errno);
  if (fd >= 0)
    close (fd);
  return n == 0;
}

/**
 * heed_sink_finish:
 * @self: a file
 * @sha256: (out): SHA-256 of all of it, in hex
 * @error: return location
 *
 * Brings all of it to the disk, still under its other name.
 *
 * Returns: whether it is there
 */
gboolean
heed_sink_finish (HeedSink *self, char **sha256, GError **error)
{
  g_autoptr (GString) hex = g_string_new (NULL);
  guchar digest[EVP_MAX_MD_SIZE];
  guint  length = 0;

  if (!flush (self, error))
    return FALSE;
  if (fsync (self->fd) != 0)
    return set_errno (error, self->path, errno);
  if (close (g_steal_fd (&self->fd)) != 0)
    return set_errno (error, self->path, errno);
  if (!self->written && !read_sum (self, error))
    return FALSE;
  EVP_DigestFinal_ex (self->sum, digest, &length);
  for (guint i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  *sha256 = g_string_free_and_steal (g_steal_pointer (&hex));
  return TRUE;
}

/**
 * heed_sink_deliver:
 * @self: a file that is finished
 * @error: return location
 *
 * Gives it its name, in place of what had it before.
 *
 * Returns: whether it has it
 */
gboolean
heed_sink_deliver (HeedSink *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int              fd;

  if (g_rename (self->temporary, self->path) != 0)
    return set_errno (error, self->path, errno);
  self->delivered = TRUE;
  /* That the name outlives a power cut is wished for, not promised: some folders cannot. */
  fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
  return TRUE;
}
