-- SPDX-License-Identifier: EUPL-1.2
-- After a review somebody lets those of its circle who do the same see her mail address. Taken back, the row is gone.
create table shared_address (
  person_id  uuid        not null references person (id),
  dilemma_id uuid        not null references dilemma (id),
  shared_at  datetime(6) not null, -- who came to sit there later is not meant
  primary key (person_id, dilemma_id)
);
