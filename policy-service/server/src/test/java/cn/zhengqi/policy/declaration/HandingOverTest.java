package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.InternalPrincipals.StaffMember;
import cn.zhengqi.web.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Within a department nobody keeps a declaration back, who is ill, moved or gone. */
class HandingOverTest extends DeclarationServiceTest {

    private CurrentUser colleague;
    private CurrentUser head;
    private Answer taken;

    @BeforeEach
    void somebody_has_it() {
        colleague = officerOf(department);
        head = TestUsers.ofDepartment(department, "policy.declaration.handle", "policy.declaration.assign")
                .reaching(Map.of(), Territory.of(department, Set.of(), Set.of()));
        when(principals.staff(any(), any()))
                .thenReturn(List.of(
                        person(officer, department),
                        person(colleague, department),
                        new StaffMember(Ids.next(), "下级", Ids.next(), "镇街")));
        taken = act(officer, submitted(enterprise, opened(project()).id()), "take-on", Map.of());
    }

    @Test
    void who_has_it_gives_it_to_a_colleague_who_goes_on() {
        assertThat(client.as(officer)
                        .get()
                        .uri("/api/policy/declarations/" + taken.id() + "/colleagues")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .as("those of the department, not of one below it")
                .contains(colleague.accountId().toString())
                .doesNotContain("下级");
        Answer given = to(officer, colleague.accountId(), "出差两周不在");

        assertThat(given.get("handlerName")).isEqualTo(colleague.name());
        assertThat(given.get("timeline").toString()).contains("转办", "转给“" + colleague.name() + "”：出差两周不在");
        assertThat(eventsOf(taken.id())).endsWith("policy.DeclarationHandedOver");
        assertThat(jdbc.sql("select handler_id from promise where case_number = ?")
                        .param(taken.get("number"))
                        .query(UUID.class)
                        .single())
                .as("who is warned of its date")
                .isEqualTo(colleague.accountId());
        assertThat(act(officer, given, "pass", Map.of()).code()).isEqualTo("HANDLED_BY_ANOTHER");
        assertThat(act(colleague, given, "pass", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void a_head_takes_it_from_who_is_gone_and_nobody_else_does() {
        assertThat(to(colleague, colleague.accountId(), "由我来办理").code()).isEqualTo("HANDLED_BY_ANOTHER");
        assertThat(to(officerOf(Ids.next()), colleague.accountId(), "由我来办理").status())
                .as("of another department")
                .isEqualTo(404);

        Answer back = to(head, null, "原经办人调离");
        assertThat(back.get("handlerId")).isNull();
        assertThat(act(colleague, back, "take-on", Map.of()).get("handlerName")).isEqualTo(colleague.name());
    }

    @Test
    void it_goes_only_to_who_can_decide_it_there_and_by_what_was_seen() {
        assertThat(to(officer, Ids.next(), "转给别人办").code()).isEqualTo("COLLEAGUE_UNKNOWN");
        assertThat(to(officer, officer.accountId(), "转给自己办").errors()).containsKey("to");
        assertThat(to(officer, colleague.accountId(), " ").errors()).containsKey("reason");
        to(officer, colleague.accountId(), "又要出差了");
        assertThat(to(officer, colleague.accountId(), "又要出差了").code()).isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void while_the_enterprise_supplements_somebody_has_it() {
        taken = act(
                officer, taken, "send-back", Map.of("reason", "请核对后再报", "marked", List.of(Map.of("key", "employees"))));
        assertThat(to(head, null, "经办人调离").errors()).containsKey("to");
        assertThat(to(head, colleague.accountId(), "经办人调离").get("status")).isEqualTo("SENT_BACK");
    }

    @Test
    void who_reads_their_own_work_alone_reads_what_was_given_to_them() {
        CurrentUser own = TestUsers.ofDepartment(department, "policy.declaration.handle")
                .reaching(Map.of(ScopedResource.DECLARATION, Reach.OWN), Territory.of(department, Set.of(), Set.of()));
        when(principals.staff(any(), any())).thenReturn(List.of(person(own, department)));
        String page = "/api/policy/declarations/" + taken.id();
        assertThat(get(own, page).status()).isEqualTo(404);
        to(head, own.accountId(), "分工作了调整");
        assertThat(get(own, page).status()).isEqualTo(200);
    }

    private Answer to(CurrentUser by, @Nullable UUID whom, String reason) {
        Map<String, Object> body = new HashMap<>(Map.of("version", taken.version(), "reason", reason));
        if (whom != null) {
            body.put("to", whom);
        }
        return post(by, "/api/policy/declarations/" + taken.id() + "/hand-over", body);
    }

    private static StaffMember person(CurrentUser who, UUID institution) {
        return new StaffMember(who.accountId(), who.name(), institution, "部门");
    }
}
