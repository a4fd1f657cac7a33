-- SPDX-License-Identifier: EUPL-1.2
-- Few texts are hidden; without this, finding those walks all that was ever said.
alter table contribution add key (hidden_at);
