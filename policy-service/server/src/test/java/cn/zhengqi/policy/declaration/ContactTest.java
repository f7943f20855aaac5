package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.policy.PolicyFields;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.RawTables;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom the department calls about a declaration: asked beside the form, covered for who needs no phone, shown plainly for a reason. */
class ContactTest extends DeclarationServiceTest {

    private static final String ALL = "/api/policy/declarations";

    @Test
    void it_is_whole_when_it_is_handed_in_and_not_before() {
        Answer draft = begun(enterprise, opened(project()).id());
        assertThat(draft.get("contactName"))
                .as("whoever begins is taken for it at first")
                .isEqualTo(enterprise.name());
        Map<String, Object> papers = Map.of(
                "licence", List.of(uploaded(enterprise, TestPdf.ofOnePage()).id()));

        Answer typed = filled(draft, Map.of("name", " ", "phone", "138"), papers);
        assertThat(typed.get("contactPhone")).isEqualTo("138");
        assertThat(my(enterprise, typed, "submit").errors()).containsOnlyKeys("contact.name", "contact.phone");

        Answer nothing = filled(typed, Map.of(), papers);
        assertThat(my(enterprise, nothing, "submit").errors())
                .containsEntry("contact.name", "请填写“联系人”")
                .containsEntry("contact.phone", "请填写“联系电话”");

        Answer whole = filled(nothing, Map.of("name", "李经理", "phone", "023-66221234"), papers);
        assertThat(my(enterprise, whole, "submit").body())
                .containsEntry("status", "SUBMITTED")
                .containsEntry("contactPhone", "023-66221234");
    }

    @Test
    void the_department_sees_the_phone_covered_in_list_detail_and_file_and_its_enterprise_plainly() {
        Answer it = submitted(enterprise, opened(project()).id());

        assertThat(get(officer, ALL + "/" + it.id()).body())
                .containsEntry("contactName", "李经理")
                .containsEntry("contactPhone", "138****5678");
        assertThat(items(get(officer, ALL)).getFirst()).containsEntry("contactPhone", "138****5678");
        assertThat(act(officer, it, "take-on", Map.of()).get("contactPhone")).isEqualTo("138****5678");
        assertThat(ExportedFile.of(client.as(officer), ALL + "/export").rows().getFirst())
                .containsEntry("联系人", "李经理")
                .containsEntry("联系电话", "138****5678");
        assertThat(get(enterprise, "/api/policy/my/declarations/" + it.id()).get("contactPhone"))
                .isEqualTo("13812345678");
    }

    @Test
    void what_roles_say_of_it_holds_everywhere() {
        Answer it = submitted(enterprise, opened(project()).id());
        CurrentUser kept = officer.seeing(
                Map.of(PolicyFields.CONTACT_PHONE, FieldRule.HIDDEN, PolicyFields.CONTACT_NAME, FieldRule.MASKED));
        CurrentUser calls = officer.seeing(Map.of(PolicyFields.CONTACT_PHONE, FieldRule.PLAIN));

        assertThat(get(kept, ALL + "/" + it.id()).body())
                .containsEntry("contactName", "李*理")
                .doesNotContainKey("contactPhone")
                .asString()
                .as("who handed it in, neither as that nor in its timeline")
                .contains("applicantName", "SUBMITTED")
                .doesNotContain(enterprise.name());
        assertThat(ExportedFile.of(client.as(kept), ALL + "/export").rows().getFirst())
                .doesNotContainKey("联系电话");
        assertThat(get(calls, ALL + "/" + it.id()).get("contactPhone")).isEqualTo("13812345678");
    }

    @Test
    void who_says_why_sees_one_covered_field_and_the_enterprise_is_told() {
        Answer it = submitted(enterprise, opened(project()).id());
        Map<String, Object> ask = Map.of("field", PolicyFields.CONTACT_PHONE, "reason", "  约定现场核查时间  ");

        assertThat(reveal(officer, it.id(), Map.of("field", PolicyFields.CONTACT_PHONE, "reason", " 想看  "))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(reveal(officer, it.id(), Map.of("field", "policy.declaration.answers", "reason", "约定现场核查时间"))
                        .code())
                .isEqualTo("FIELD_UNKNOWN");
        assertThat(reveal(officer.seeing(Map.of(PolicyFields.CONTACT_PHONE, FieldRule.HIDDEN)), it.id(), ask)
                        .code())
                .isEqualTo("FIELD_HIDDEN");
        assertThat(reveal(officerOf(Ids.next()), it.id(), ask).status()).isEqualTo(404);

        assertThat(reveal(officer, it.id(), ask).body()).containsEntry("value", "13812345678");

        assertThat(outbox("policy.DeclarationViewed", "declarationId", it.id()))
                .singleElement()
                .asString()
                .contains("\"revealed\": \"联系电话\"", "\"reason\": \"约定现场核查时间\"", officer.name());
        assertThat(outbox("audit.ChangeRecorded", "subjectId", it.id()))
                .filteredOn(data -> data.contains("DECLARATION_FIELD_REVEALED"))
                .singleElement()
                .asString()
                .contains("联系电话", "约定现场核查时间")
                .doesNotContain("13812345678");
    }

    @Test
    void whom_to_call_may_be_another_when_it_is_supplemented_whatever_was_marked() {
        Answer it = submitted(enterprise, opened(project()).id());
        Answer back = act(
                officer,
                act(officer, it, "take-on", Map.of()),
                "send-back",
                Map.of("reason", "请补充完整", "marked", List.of(Map.of("key", "product"))));
        Map<String, Object> better = answers();
        better.put("product", "齿轮箱");
        Object papers =
                get(enterprise, "/api/policy/my/declarations/" + it.id()).get("papers");

        Answer again = post(
                enterprise,
                "/api/policy/my/declarations/" + it.id() + "/supplement",
                Map.of(
                        "version",
                        back.version(),
                        "contact",
                        Map.of("name", "王会计", "phone", "13912345678"),
                        "answers",
                        better,
                        "papers",
                        papers));

        assertThat(again.body()).containsEntry("contactName", "王会计").containsEntry("contactPhone", "13912345678");
    }

    @Test
    void the_phone_lies_in_no_table_for_others_to_read(@Autowired javax.sql.DataSource tables) {
        Answer draft = begun(enterprise, opened(project()).id());
        Answer typed = filled(draft, Map.of("name", "李经理", "phone", "19912340056"), Map.of());

        assertThat(typed.get("contactPhone")).isEqualTo("19912340056");
        assertThat(RawTables.showing(tables, "19912340056")).isEmpty();
    }

    private Answer filled(Answer draft, Map<String, Object> contact, Map<String, Object> papers) {
        return put(
                enterprise,
                "/api/policy/my/declarations/" + draft.id() + "/draft",
                Map.of("version", draft.version(), "contact", contact, "answers", answers(), "papers", papers));
    }

    private Answer reveal(CurrentUser who, UUID id, Map<String, Object> ask) {
        return post(who, ALL + "/" + id + "/reveal", ask);
    }

    private List<String> outbox(String type, String member, UUID id) {
        return jdbc.sql("select data::text from outbox where type = ? and data ->> ? = ?")
                .params(type, member, id.toString())
                .query(String.class)
                .list();
    }
}
