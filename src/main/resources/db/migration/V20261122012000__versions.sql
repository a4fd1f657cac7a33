-- SPDX-License-Identifier: EUPL-1.2
-- What a dilemma said when it was submitted, after each later change, and as its host restates it in the end.
create table dilemma_version (
  id         uuid        not null primary key,
  dilemma_id uuid        not null references dilemma (id),
  kind       varchar(20) not null, -- SUBMITTED, EDITED, RESTATED
  canvas     mediumtext  not null,
  written_by uuid        not null references person (id),
  written_at datetime(6) not null,
  key (dilemma_id, kind)
);
