/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-store.h"

G_BEGIN_DECLS

/* What heedctl says to whoever called it. */
enum
{
  HEED_CTL_OK = 0,
  HEED_CTL_REFUSED = 1,
  HEED_CTL_USAGE = 2,
};

/* Options and arguments of one call, and what every command needs. */
typedef struct
{
  /* options */
  char    *database;
  char    *rules_folder;
  char    *as;
  char    *now_text;
  char    *stage;
  char    *owner;
  char    *sort;
  char    *map;
  char    *profile;
  char    *received;
  char    *agreed;
  char    *type;
  char    *pdf;
  char    *from;
  char    *to;
  char    *site;
  char    *service;
  char    *suppress;
  char    *per;
  char    *chosen;
  char    *improvement;
  char    *target;
  char    *format;
  char    *output;
  char    *by;
  char    *columns;
  char   **pauses;
  char   **rebase;
  char    *seed;
  int      limit;
  int      fix_after;
  int      trend;
  char    *send;
  char    *reason;
  gboolean check;
  gboolean json;
  gboolean late;
  gboolean check_due;
  gboolean no_proof;
  gboolean not_effective;
  gboolean all;
  gboolean screen;
  gboolean dry_run;
  gboolean list;
  gboolean identifiable;
  gboolean bom;
  gboolean raw;
  gboolean forget;
  gboolean version;

  /* the rest of the line */
  char **args;
  guint  n_args;

  /* what was found out */
  HeedRules     *rules;
  HeedStore     *store;
  HeedActContext context;
  GTimeZone     *zone;
  HeedDate       today;
} HeedCtl;

/* No option given; an int that may be 0 says otherwise here. */
#define HEED_CTL_INIT { .limit = -1 }

/* Groups of commands; each returns what heedctl exits with. */
int heed_ctl_log (HeedCtl *self);
int heed_ctl_act (HeedCtl *self);
int heed_ctl_show (HeedCtl *self);
int heed_ctl_letter (HeedCtl *self);
int heed_ctl_queue (HeedCtl *self);
int heed_ctl_search (HeedCtl *self);
int heed_ctl_counts (HeedCtl *self);
int heed_ctl_feedback (HeedCtl *self);
int heed_ctl_actions (HeedCtl *self);
int heed_ctl_review_list (HeedCtl *self);
int heed_ctl_said (HeedCtl *self);
int heed_ctl_import (HeedCtl *self);
int heed_ctl_backup (HeedCtl *self);
int heed_ctl_restore (HeedCtl *self);
int heed_ctl_verify (HeedCtl *self);
int heed_ctl_rebuild (HeedCtl *self);
int heed_ctl_kinds (HeedCtl *self);
int heed_ctl_due (HeedCtl *self);
int heed_ctl_sheet (HeedCtl *self);
int heed_ctl_places (HeedCtl *self);
int heed_ctl_spc (HeedCtl *self);
int heed_ctl_readability (HeedCtl *self);
int heed_ctl_listen (HeedCtl *self);
int heed_ctl_guide (HeedCtl *self);
int heed_ctl_guidance (HeedCtl *self);
int heed_ctl_measures (HeedCtl *self);
int heed_ctl_activity (HeedCtl *self);

/* What they share. */
gboolean    heed_ctl_open (HeedCtl       *self,
                           HeedStoreFlags flags);
char       *heed_ctl_setting (HeedCtl    *self,
                              const char *name,
                              const char *otherwise);
void        heed_ctl_tell_left_out (const GPtrArray *left_out);
char       *heed_ctl_read_input (const char *path,
                                 gsize      *length,
                                 GError    **error);
int         heed_ctl_refuse (const char   *place,
                             const GError *error);
int         heed_ctl_usage (const char *format,
                            ...) G_GNUC_PRINTF (1, 2);
JsonObject *heed_ctl_case_json (HeedCtl      *self,
                                HeedCaseFile *file);
JsonObject *heed_ctl_clock_json (const HeedClock *clock,
                                 HeedDate         today);
void        heed_ctl_set_text (JsonObject *object,
                               const char *name,
                               const char *value);
void        heed_ctl_set_date (JsonObject *object,
                               const char *name,
                               HeedDate    value);
GPtrArray  *heed_ctl_list_open_items (HeedCtl    *self,
                                      gint64      case_id,
                                      const char *kind);
void        heed_ctl_print_json (JsonNode *node);
void        heed_ctl_print_object (JsonObject *object);
void        heed_ctl_print_array (JsonArray *array);
char       *heed_ctl_clean (const char *text,
                            gboolean    lines);

/* Text in aligned columns. */
typedef struct _HeedCtlTable HeedCtlTable;

HeedCtlTable *heed_ctl_table_new (guint n_columns);
void          heed_ctl_table_add (HeedCtlTable *self,
                                  ...) G_GNUC_NULL_TERMINATED;
void          heed_ctl_table_print (HeedCtlTable *self);
void          heed_ctl_table_free (HeedCtlTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCtlTable, heed_ctl_table_free)

G_END_DECLS
