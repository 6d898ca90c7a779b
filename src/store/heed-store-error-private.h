/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-store-error.h"

G_BEGIN_DECLS

GError *heed_store_error_new_conflict (GPtrArray *acts);

G_END_DECLS
