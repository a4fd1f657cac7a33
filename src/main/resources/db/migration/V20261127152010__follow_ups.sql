-- SPDX-License-Identifier: EUPL-1.2
-- A dilemma that was brought in again points back to the one before.
alter table dilemma add column follows uuid null references dilemma (id);
alter table dilemma add key (follows);
