-- SPDX-License-Identifier: EUPL-1.2
-- A file that belongs to a dilemma, or to one contribution to it.
create table attachment (
  id              uuid         not null primary key,
  dilemma_id      uuid         not null references dilemma (id) on delete cascade,
  contribution_id uuid         null references contribution (id) on delete cascade, -- null: of the dilemma itself
  name            varchar(150) not null,
  kind            varchar(10)  not null, -- as its content says
  size            bigint       not null,
  added_by        uuid         not null references person (id),
  added_at        datetime(6)  not null,
  key (dilemma_id),
  key (contribution_id),
  key (added_by)
);

-- Its bytes, in pieces: a list never reads them, and no packet between us and the database grows large.
create table attachment_part (
  attachment_id uuid       not null references attachment (id) on delete cascade,
  part          int        not null,
  bytes         mediumblob not null,
  primary key (attachment_id, part)
);
