/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables, and how they came to be: numbered steps, never edited after release, each in one
 * transaction, with a backup of the file taken first.
 */
#include "config.h"

#include "heed-backup.h"
#include "heed-database-private.h"
#include "heed-schema.h"

/* The full-text index follows the texts of the cases. */
#define CREATE_INDEX_TRIGGERS \
  "CREATE TRIGGER case_text_insert AFTER INSERT ON case_text BEGIN" \
  " INSERT INTO search (rowid, reference, names, words, more)" \
  " VALUES (new.case_id, new.reference, new.names, new.words, new.more); END;" \
  "CREATE TRIGGER case_text_delete AFTER DELETE ON case_text BEGIN" \
  " INSERT INTO search (search, rowid, reference, names, words, more)" \
  " VALUES ('delete', old.case_id, old.reference, old.names, old.words, old.more); END;" \
  "CREATE TRIGGER case_text_update AFTER UPDATE ON case_text BEGIN" \
  " INSERT INTO search (search, rowid, reference, names, words, more)" \
  " VALUES ('delete', old.case_id, old.reference, old.names, old.words, old.more);" \
  " INSERT INTO search (rowid, reference, names, words, more)" \
  " VALUES (new.case_id, new.reference, new.names, new.words, new.more); END;"
#define DROP_INDEX_TRIGGERS \
  "DROP TRIGGER case_text_insert; DROP TRIGGER case_text_delete; DROP TRIGGER case_text_update;"

/* 1: the first tables. */
static const char step_1[] =
    /* The ledger: what was done. Only ever appended. */
    "CREATE TABLE act ("
    " case_id INTEGER NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,"
    " happened_at INTEGER NOT NULL, entered_at INTEGER NOT NULL, kind TEXT NOT NULL,"
    " actor TEXT NOT NULL, zone TEXT NOT NULL, prev_hash BLOB NOT NULL, hash BLOB NOT NULL,"
    " body TEXT NOT NULL, PRIMARY KEY (case_id, seq)) STRICT;"
    "CREATE TRIGGER act_no_update BEFORE UPDATE ON act"
    " BEGIN SELECT raise(ABORT, 'the ledger is only appended'); END;"
    "CREATE TRIGGER act_no_delete BEFORE DELETE ON act"
    " BEGIN SELECT raise(ABORT, 'the ledger is only appended'); END;"
    /* References belong to the ledger: they were told to people. */
    "CREATE TABLE reference ("
    " case_id INTEGER PRIMARY KEY, year INTEGER NOT NULL, number INTEGER NOT NULL,"
    " site TEXT NOT NULL, reference TEXT NOT NULL UNIQUE, UNIQUE (site, year, number)) STRICT;"
    "CREATE TABLE person ("
    " id TEXT PRIMARY KEY, name TEXT, folded TEXT, full_name TEXT, full_folded TEXT, phone TEXT,"
    " digits TEXT, email TEXT, email_folded TEXT, address TEXT, birth_date TEXT, reach TEXT)"
    " STRICT;"
    "CREATE INDEX person_folded ON person (folded) WHERE folded IS NOT NULL;"
    "CREATE INDEX person_full_folded ON person (full_folded) WHERE full_folded IS NOT NULL;"
    "CREATE INDEX person_digits ON person (digits) WHERE digits IS NOT NULL;"
    "CREATE INDEX person_email ON person (email_folded) WHERE email_folded IS NOT NULL;"
    /* The register: thrown away and made again from what is above. */
    "CREATE TABLE cases ("
    " id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, stage INTEGER NOT NULL,"
    " received INTEGER NOT NULL, received_month INTEGER NOT NULL, due INTEGER,"
    " due_sort INTEGER NOT NULL, feedback_due INTEGER, severity INTEGER NOT NULL,"
    " paused INTEGER NOT NULL, interpreter INTEGER NOT NULL, resolved INTEGER NOT NULL,"
    " hold INTEGER NOT NULL, logged_at INTEGER NOT NULL, last_act_at INTEGER NOT NULL,"
    " closed INTEGER, reference TEXT, type TEXT, ending TEXT, outcome TEXT,"
    " category TEXT, due_clock TEXT, owner TEXT, channel TEXT, profile TEXT, site TEXT, head TEXT,"
    " flags TEXT, place TEXT, name TEXT, words TEXT) STRICT;"
    "CREATE INDEX cases_stage ON cases (stage, due_sort, id) WHERE stage < 3;"
    "CREATE INDEX cases_stage_received ON cases (stage, received DESC, id DESC) WHERE stage < 3;"
    "CREATE INDEX cases_owner ON cases (owner, due_sort, id) WHERE stage < 3;"
    "CREATE INDEX cases_open ON cases (due_sort, id) WHERE stage < 3;"
    "CREATE INDEX cases_due ON cases (due_sort, id);"
    "CREATE INDEX cases_feedback ON cases (feedback_due, id) WHERE feedback_due IS NOT NULL;"
    "CREATE INDEX cases_feedback_received ON cases (received DESC, id DESC)"
    " WHERE feedback_due IS NOT NULL;"
    "CREATE INDEX cases_received ON cases (received DESC, id DESC);"
    "CREATE INDEX cases_month ON cases (received_month, category, stage);"
    "CREATE TABLE issues ("
    " case_id INTEGER NOT NULL, number INTEGER NOT NULL, severity INTEGER NOT NULL,"
    " harm INTEGER NOT NULL, category TEXT, care_stage TEXT, finding TEXT, place TEXT, text TEXT,"
    " PRIMARY KEY (case_id, number)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE case_person ("
    " person_id TEXT NOT NULL, case_id INTEGER NOT NULL,"
    " PRIMARY KEY (person_id, case_id)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX case_person_case ON case_person (case_id);"
    "CREATE TABLE case_text ("
    " case_id INTEGER PRIMARY KEY, reference TEXT, names TEXT, words TEXT, more TEXT) STRICT;"
    "CREATE VIRTUAL TABLE search USING fts5 (reference, names, words, more,"
    " content = 'case_text', content_rowid = 'case_id', prefix = '2 3',"
    " tokenize = 'unicode61 remove_diacritics 2');"
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1);"
    CREATE_INDEX_TRIGGERS
    /* What is being typed, and what the organisation told. */
    "CREATE TABLE draft ("
    " case_id INTEGER NOT NULL, saved_at INTEGER NOT NULL, author TEXT NOT NULL,"
    " kind TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (case_id, author, kind)) STRICT;"
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"
    "CREATE TABLE import_row ("
    " case_id INTEGER NOT NULL, source TEXT NOT NULL, row_key TEXT NOT NULL, row TEXT,"
    " UNIQUE (source, row_key)) STRICT;"
    "PRAGMA application_id = 0x48454544;"
    "PRAGMA user_version = 1;";

/* 2: the export ledger: what left the register. Only ever appended. */
static const char step_2[] =
    "CREATE TABLE export ("
    " seq INTEGER PRIMARY KEY, made_at INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,"
    " actor TEXT NOT NULL, what TEXT NOT NULL, body TEXT NOT NULL, hash BLOB NOT NULL) STRICT;"
    "CREATE TRIGGER export_no_update BEFORE UPDATE ON export"
    " BEGIN SELECT raise(ABORT, 'the export ledger is only appended'); END;"
    "CREATE TRIGGER export_no_delete BEFORE DELETE ON export"
    " BEGIN SELECT raise(ABORT, 'the export ledger is only appended'); END;"
    "PRAGMA user_version = 2;";

/* 3: what comes of cases, as part of the register; and feedback that belongs to none. A register
 * from before is made again when the file is opened. */
static const char step_3[] =
    "CREATE TABLE actions ("
    " case_id INTEGER NOT NULL, kind INTEGER NOT NULL, number INTEGER NOT NULL,"
    " due INTEGER NOT NULL, done INTEGER, check_due INTEGER, proven INTEGER NOT NULL,"
    " dropped INTEGER NOT NULL, text TEXT, owner TEXT, strength TEXT, effective TEXT, place TEXT,"
    " PRIMARY KEY (case_id, kind, number)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX actions_open ON actions (due) WHERE dropped = 0 AND done IS NULL;"
    "CREATE INDEX actions_proof ON actions (due)"
    " WHERE dropped = 0 AND done IS NOT NULL AND proven = 0;"
    "CREATE INDEX actions_check ON actions (check_due) WHERE dropped = 0 AND check_due IS NOT NULL;"
    "CREATE INDEX actions_effective ON actions (due)"
    " WHERE dropped = 0 AND effective IN ('no', 'partly');"
    "CREATE TABLE looks ("
    " case_id INTEGER PRIMARY KEY, closed INTEGER, reviewed INTEGER, asked INTEGER,"
    " declined INTEGER, answered INTEGER, low INTEGER NOT NULL, reopened INTEGER NOT NULL,"
    " overall INTEGER NOT NULL, heard TEXT, fft TEXT, speak_up_again TEXT, care_affected TEXT)"
    " STRICT;"
    "CREATE INDEX looks_closed ON looks (closed) WHERE closed IS NOT NULL;"
    "CREATE TABLE said ("
    " case_id INTEGER NOT NULL, number INTEGER NOT NULL, said_on INTEGER NOT NULL,"
    " publishable INTEGER NOT NULL, you_said TEXT NOT NULL, we_did TEXT NOT NULL, place TEXT,"
    " PRIMARY KEY (case_id, number)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE feedback ("
    " id TEXT PRIMARY KEY, month INTEGER NOT NULL, site TEXT, service TEXT, survey TEXT,"
    " survey_version TEXT, answers TEXT, heard TEXT, overall INTEGER NOT NULL, fft TEXT,"
    " speak_up_again TEXT, care_affected TEXT, comment TEXT) STRICT, WITHOUT ROWID;"
    "INSERT INTO setting (name, value) SELECT '" HEED_SETTING_STALE "', '1'"
    " WHERE EXISTS (SELECT 1 FROM act) ON CONFLICT DO NOTHING;"
    "PRAGMA user_version = 3;";

/* 4: Texts are folded and phone numbers have forms before they are indexed. Words taken back leave
 * the index when it is merged, and at once where a person is erased: removing them with every act
 * made each that changes a text last some 20 ms. A register from
 * before is made again when the file is opened. */
static const char step_4[] =
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 0);"
    "UPDATE person SET digits = substr(digits, -8) WHERE length(digits) > 8;"
    "INSERT INTO setting (name, value) SELECT '" HEED_SETTING_STALE "', '1'"
    " WHERE EXISTS (SELECT 1 FROM act) ON CONFLICT DO NOTHING;"
    "PRAGMA user_version = 4;";

/* 5: what measures count, what people told for them, and their notes on charts. A register
 * from before is made again when the file is opened. */
static const char step_5[] =
    "CREATE TABLE tally ("
    " basis INTEGER NOT NULL, day INTEGER NOT NULL, case_id INTEGER NOT NULL,"
    " number INTEGER NOT NULL, flags INTEGER NOT NULL, value INTEGER NOT NULL,"
    " severity INTEGER NOT NULL, code TEXT, stage TEXT, site TEXT, place TEXT,"
    " PRIMARY KEY (basis, day, case_id, number)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX tally_case ON tally (case_id, number);"
    "CREATE TABLE activity ("
    " site TEXT NOT NULL, month INTEGER NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL,"
    " told_by TEXT NOT NULL, told_at INTEGER NOT NULL,"
    " PRIMARY KEY (site, month, kind)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE chart_note ("
    " measure TEXT NOT NULL, day INTEGER NOT NULL, site TEXT NOT NULL, place TEXT NOT NULL,"
    " text TEXT NOT NULL, rebase INTEGER NOT NULL, author TEXT NOT NULL, made_at INTEGER NOT NULL,"
    " PRIMARY KEY (measure, day, site, place)) STRICT, WITHOUT ROWID;"
    "INSERT INTO setting (name, value) SELECT '" HEED_SETTING_STALE "', '1'"
    " WHERE EXISTS (SELECT 1 FROM act) ON CONFLICT DO NOTHING;"
    "PRAGMA user_version = 5;";

/* 6: whoever was asked for feedback is found by an index: the sidebar counts them each time. */
static const char step_6[] =
    "CREATE INDEX looks_asked ON looks (case_id) WHERE asked IS NOT NULL;"
    "PRAGMA user_version = 6;";

/* 7: what choices of categories taught the listener: counts of words, no texts. */
static const char step_7[] =
    "CREATE TABLE lesson ("
    " word TEXT NOT NULL, category TEXT NOT NULL, count INTEGER NOT NULL,"
    " PRIMARY KEY (word, category)) STRICT, WITHOUT ROWID;"
    "PRAGMA user_version = 7;";

/* 8: the tallies of whole months, made from those that are there when the file is opened. */
static const char step_8[] =
    "CREATE TABLE tally_month ("
    " basis INTEGER NOT NULL, month INTEGER NOT NULL, flags INTEGER NOT NULL,"
    " value INTEGER NOT NULL, code TEXT NOT NULL, stage TEXT NOT NULL, site TEXT NOT NULL,"
    " place TEXT NOT NULL, n INTEGER NOT NULL,"
    " PRIMARY KEY (basis, month, flags, value, code, stage, site, place)) STRICT, WITHOUT ROWID;"
    "INSERT INTO setting (name, value) SELECT '" HEED_SETTING_STALE_MONTHS "', '1'"
    " WHERE EXISTS (SELECT 1 FROM tally) ON CONFLICT DO NOTHING;"
    "PRAGMA user_version = 8;";

static const char *const steps[] = { step_1, step_2, step_3, step_4,
                                     step_5, step_6, step_7, step_8 };

/**
 * heed_schema_keep_index:
 * @database: a connection, in a transaction
 * @keep: whether the full-text index is to follow the texts
 * @error: return location
 *
 * Has the index follow what is written, as it does from the beginning, or leaves it alone for a
 * while.
 *
 * Returns: whether it succeeded
 */
gboolean
heed_schema_keep_index (HeedDatabase *database,
                        gboolean      keep,
                        GError      **error)
{
  return heed_database_exec (database, keep ? CREATE_INDEX_TRIGGERS : DROP_INDEX_TRIGGERS, error);
}

/**
 * heed_schema_get_version:
 *
 * Gets the number of the schema this Heed writes.
 *
 * Returns: the number
 */
int
heed_schema_get_version (void)
{
  return G_N_ELEMENTS (steps);
}

static gboolean
read_version (HeedDatabase *database,
              gint64       *version,
              GError      **error)
{
  gint64 application, tables;

  if (!heed_database_get_int (database, "PRAGMA application_id", &application, error)
      || !heed_database_get_int (database, "PRAGMA user_version", version, error)
      || !heed_database_get_int (database, "SELECT count(*) FROM sqlite_schema", &tables, error))
    return FALSE;
  if (application == HEED_APPLICATION_ID || (application == 0 && tables == 0 && *version == 0))
    return TRUE;
  g_set_error_literal (error, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_HEED,
                       "it is a database of another program");
  return FALSE;
}

static gboolean
migrate (HeedDatabase *database,
         gint64        version,
         GError      **error)
{
  gint64 now;

  if (!heed_database_begin (database, TRUE, error))
    return FALSE;
  /* Another program may have done it while this one waited for the lock. */
  if (heed_database_get_int (database, "PRAGMA user_version", &now, error)
      && (now != version || heed_database_exec (database, steps[version], error)))
    return heed_database_commit (database, error);
  heed_database_rollback (database);
  return FALSE;
}

/**
 * heed_schema_check:
 * @database: a connection just opened
 * @path: its file
 * @flags: how it was opened; only one that may be made may be empty
 * @version: (out): the number of its schema
 * @error: return location
 *
 * Checks that the file is Heed's and not newer than this Heed; it may be older.
 *
 * Returns: whether it is
 */
gboolean
heed_schema_check (HeedDatabase     *database,
                   const char       *path,
                   HeedDatabaseFlags flags,
                   gint64           *version,
                   GError          **error)
{
  if (!read_version (database, version, error))
    return FALSE;
  if (*version > heed_schema_get_version ())
    g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_TOO_NEW,
                 "%s: its schema is %" G_GINT64_FORMAT, path, *version);
  else if (*version == 0 && !(flags & HEED_DATABASE_CREATE))
    g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_NOT_HEED, "%s: it has no tables", path);
  else
    return TRUE;
  return FALSE;
}

/**
 * heed_schema_prepare:
 * @database: a connection just opened
 * @path: its file
 * @key: (nullable): its key
 * @flags: how it was opened
 * @error: return location
 *
 * Checks that the file is Heed's and not newer than this Heed, and brings an older one up to date
 * after taking a backup beside it. A file that is refused is not changed.
 *
 * Returns: whether the tables are there
 */
gboolean
heed_schema_prepare (HeedDatabase     *database,
                     const char       *path,
                     GBytes           *key,
                     HeedDatabaseFlags flags,
                     GError          **error)
{
  gint64 version;

  if (!heed_schema_check (database, path, flags, &version, error))
    return FALSE;
  if (version < heed_schema_get_version () && flags & HEED_DATABASE_READ_ONLY)
    {
      g_set_error (error, HEED_STORE_ERROR, HEED_STORE_ERROR_READ_ONLY,
                   "%s: its schema is old", path);
      return FALSE;
    }
  if (version > 0 && version < heed_schema_get_version ()
      && !heed_backup_before (database, path, key, "before-migration", error))
    return FALSE;
  for (; version < heed_schema_get_version (); version++)
    if (!migrate (database, version, error))
      return FALSE;
  return heed_database_adopt (database, flags, error);
}
