-- SPDX-License-Identifier: EUPL-1.2
-- By which the words that a report gave back are known again: the same reader does not hide those a second time, but she may others.
alter table text_report add column lifted_words text null;
