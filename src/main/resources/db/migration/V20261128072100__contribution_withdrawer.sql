-- SPDX-License-Identifier: EUPL-1.2
-- Who took a text back: nobody else puts it there again. Null where it stands, and where that was before this was kept.
alter table contribution add column withdrawn_by uuid null references person (id);
