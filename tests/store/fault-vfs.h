/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What fails. The order is that of fault_vfs_get_name(). */
typedef enum
{
  FAULT_NONE,
  FAULT_WRITE,
  FAULT_FULL,
  FAULT_SYNC,
  FAULT_TRUNCATE,
  FAULT_OPEN,
  FAULT_DELETE,
  N_FAULTS,
} Fault;

void        fault_vfs_install     (void);
void        fault_vfs_arm         (Fault    fault,
                                   guint    nth,
                                   gboolean sticky);
guint       fault_vfs_disarm      (void);
const char *fault_vfs_get_name    (Fault    fault);
int         fault_vfs_get_code    (Fault    fault);
gint64      fault_vfs_take_waited (void);

G_END_DECLS
