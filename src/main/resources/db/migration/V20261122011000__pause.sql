-- SPDX-License-Identifier: EUPL-1.2
-- While a dilemma is paused its present phase has no end (ends_at is null); its dates wait in dilemma_deadline.
alter table dilemma add column paused_at datetime(6) null after ends_at;
