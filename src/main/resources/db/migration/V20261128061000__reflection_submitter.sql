-- SPDX-License-Identifier: EUPL-1.2
-- Who submitted a reflection, to tell the colleagues on its seat who write on; null where it is not submitted, or was before this was kept.
alter table contribution add column submitted_by uuid null references person (id);
