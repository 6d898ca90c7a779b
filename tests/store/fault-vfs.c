/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A disk that fails when told to: wraps the default VFS of SQLite and makes the nth call of a kind
 * fail, once or from then on. It never waits for the disk, nor for another connection: time spent
 * sleeping is only added up.
 */
#include "config.h"

#include "fault-vfs.h"

#define SQLITE_HAS_CODEC
#include <sqlite3.h>

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real; /* in the same memory, behind this */
} FaultFile;

static const struct
{
  const char *name;
  int         code;
} faults[N_FAULTS] = {
  [FAULT_NONE] = { "none", SQLITE_OK },
  [FAULT_WRITE] = { "write", SQLITE_IOERR_WRITE },
  [FAULT_FULL] = { "full", SQLITE_FULL },
  [FAULT_SYNC] = { "sync", SQLITE_IOERR_FSYNC },
  [FAULT_TRUNCATE] = { "truncate", SQLITE_IOERR_TRUNCATE },
  [FAULT_OPEN] = { "open", SQLITE_CANTOPEN },
  [FAULT_DELETE] = { "delete", SQLITE_IOERR_DELETE },
};

static sqlite3_vfs *real_vfs;
static sqlite3_vfs  fault_vfs;

/* Guarded by the lock: the storage threads come here, too. */
static GMutex   lock;
static Fault    armed;
static guint    left;
static gboolean stays;
static guint    injected;
static gint64   waited;

static int
fail_now (Fault fault)
{
  int code = SQLITE_OK;

  g_mutex_lock (&lock);
  if (fault == armed)
    {
      left -= left > 0;
      if (left == 0 && (stays || injected == 0))
        {
          injected++;
          code = faults[fault].code;
        }
    }
  g_mutex_unlock (&lock);
  return code;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static int
file_close (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
file_read (sqlite3_file *file,
           void         *data,
           int           size,
           sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), data, size, offset);
}

static int
file_write (sqlite3_file *file,
            const void   *data,
            int           size,
            sqlite3_int64 offset)
{
  int code = fail_now (FAULT_WRITE);

  if (code == SQLITE_OK)
    code = fail_now (FAULT_FULL);
  /* A write that fails may have written some of it. */
  if (code != SQLITE_OK && size > 1)
    real_of (file)->pMethods->xWrite (real_of (file), data, size / 2, offset);
  return code ? code : real_of (file)->pMethods->xWrite (real_of (file), data, size, offset);
}

static int
file_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  int code = fail_now (FAULT_TRUNCATE);

  return code ? code : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  return fail_now (FAULT_SYNC);
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
file_lock (sqlite3_file *file,
           int           level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
file_unlock (sqlite3_file *file,
             int           level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
file_check_lock (sqlite3_file *file,
                 int          *held)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), held);
}

static int
file_control (sqlite3_file *file,
              int           what,
              void         *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), what, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

/* Claims nothing about the disk, so that SQLite takes no short cut. */
static int
file_characteristics (sqlite3_file *file)
{
  return 0;
}

static int
file_shm_map (sqlite3_file   *file,
              int             page,
              int             size,
              int             extend,
              void volatile **place)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, place);
}

static int
file_shm_lock (sqlite3_file *file,
               int           offset,
               int           n,
               int           flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
file_shm_unmap (sqlite3_file *file,
                int           remove)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
vfs_open (sqlite3_vfs  *vfs,
          const char   *name,
          sqlite3_file *file,
          int           flags,
          int          *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int        code = fail_now (FAULT_OPEN);

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (gpointer) (self + 1);
  if (code == SQLITE_OK)
    code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    self->base.pMethods = &methods;
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *name,
            int          sync)
{
  int code = fail_now (FAULT_DELETE);

  return code ? code : real_vfs->xDelete (real_vfs, name, 0);
}

static int
vfs_sleep (sqlite3_vfs *vfs,
           int          microseconds)
{
  g_mutex_lock (&lock);
  waited += microseconds;
  g_mutex_unlock (&lock);
  g_thread_yield ();
  return microseconds;
}

/* Makes this the disk of all connections opened from now on. */
void
fault_vfs_install (void)
{
  sqlite3_initialize ();
  real_vfs = sqlite3_vfs_find (NULL);
  g_assert_nonnull (real_vfs);
  fault_vfs = *real_vfs;
  fault_vfs.pNext = NULL;
  fault_vfs.zName = "heed-faults";
  fault_vfs.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  fault_vfs.xOpen = vfs_open;
  fault_vfs.xDelete = vfs_delete;
  fault_vfs.xSleep = vfs_sleep;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}

/* Makes the @nth call, counted from 1, fail; with @sticky all after it, too. */
void
fault_vfs_arm (Fault    fault,
               guint    nth,
               gboolean sticky)
{
  g_mutex_lock (&lock);
  armed = fault;
  left = nth;
  stays = sticky;
  injected = 0;
  g_mutex_unlock (&lock);
}

/* Ends it; returns how many calls failed. */
guint
fault_vfs_disarm (void)
{
  guint n;

  g_mutex_lock (&lock);
  armed = FAULT_NONE;
  n = injected;
  injected = 0;
  g_mutex_unlock (&lock);
  return n;
}

const char *
fault_vfs_get_name (Fault fault)
{
  return faults[fault].name;
}

int
fault_vfs_get_code (Fault fault)
{
  return faults[fault].code;
}

/* How long connections would have waited, in microseconds, since this was asked last. */
gint64
fault_vfs_take_waited (void)
{
  gint64 time;

  g_mutex_lock (&lock);
  time = waited;
  waited = 0;
  g_mutex_unlock (&lock);
  return time;
}
