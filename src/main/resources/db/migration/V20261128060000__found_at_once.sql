-- SPDX-License-Identifier: EUPL-1.2
-- Few texts are hidden and few wait for an answer; without these, finding those walks all that was ever said.
alter table contribution
  add key (hidden_at),
  add key (dilemma_id, kind);
