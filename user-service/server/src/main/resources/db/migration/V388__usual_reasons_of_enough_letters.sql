-- A reason of a step has five letters or more. Where operators have put their own words in the place of these two, theirs stay.
update dictionary_item set name = '与贷款用途有关的购销合同', version = version + 1 where code = 'REASON_LOAN_MATERIAL.3' and name = '购销合同';
update dictionary_item set name = '接口调用异常', version = version + 1 where code = 'REASON_KEY_REVOKE.1' and name = '异常调用';

update reference_revision set revision = revision + 1;
