-- SPDX-License-Identifier: EUPL-1.2
-- Who opened a dilemma for the first time and when; for its host, and gone when the dilemma is closed or withdrawn.
create table dilemma_opening (
  dilemma_id uuid        not null references dilemma (id),
  person_id  uuid        not null references person (id),
  opened_at  datetime(6) not null,
  primary key (dilemma_id, person_id)
);
