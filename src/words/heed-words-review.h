/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "heed-spc.h"
#include "heed-statistics.h"
#include "heed-words.h"

G_BEGIN_DECLS

/* What charts and measures say. A point is called by its label: "April 2026". */

const char *heed_words_spc_kind (HeedSpcKind kind);
const char *heed_words_spc_reason (HeedSpcReason reason);
const char *heed_words_spc_cause (HeedSpcCause cause);
const char *heed_words_spc_verdict (HeedSpcVariation variation,
                                    HeedImprovement  improvement);
char       *heed_words_spc_reading (const HeedSpc     *self,
                                    const char *const *labels);
const char *heed_words_spc_target (HeedSpcAssurance assurance);

G_END_DECLS
