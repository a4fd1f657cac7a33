-- SPDX-License-Identifier: EUPL-1.2
-- What people say of themselves: the language of their pages, and when they are away.
alter table person
  add column language     char(2) null,
  add column absent_from  date    null,
  add column absent_until date    null;
