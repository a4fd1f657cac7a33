-- SPDX-License-Identifier: EUPL-1.2
-- Since when the sign-in of somebody names no organisation any more. For a while that is taken for a mistake: she keeps
-- her seats and speaks for nobody.
alter table person add column organisation_missed_at datetime(6) null;
