package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopeKind;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declarations before two departments from two towns, with their files, as far as somebody's roles reach. */
class DeclarationScopesTest extends DeclarationServiceTest {

    private static final String ALL = "/api/policy/declarations";
    private static final String HANDLES = "policy.declaration.handle";

    private final String here = "here-" + Ids.next();
    private final String there = "there-" + Ids.next();
    private CurrentUser otherOfficer;
    private UUID other;
    private Answer ours;
    private Answer theirs;

    @BeforeEach
    void a_declaration_before_each() {
        ours = declared(here);
        CurrentUser first = officer;
        other = Ids.next();
        otherOfficer = officerOf(other);
        officer = otherOfficer;
        theirs = declared(there);
        officer = first;
    }

    @Test
    void a_department_and_what_stands_above_it_see_what_was_declared_before_it() {
        assertThatOnly(officer, ours, theirs);
        assertThatOnly(otherOfficer, theirs, ours);

        CurrentUser head = TestUsers.ofDepartment(Ids.next(), OFFICER);
        CurrentUser above = head.reaching(Map.of(), Territory.of(head.institutionId(), Set.of(department), Set.of()));
        assertThatOnly(above, ours, theirs);
        assertThat(act(above, ours, "take-on", Map.of()).status())
                .as("the work of a department below is its own")
                .isEqualTo(200);
    }

    @Test
    void who_may_see_a_town_or_another_department_sees_it_and_decides_nothing_there() {
        assertThatOnly(reaching(Reach.of(ScopeKind.TOWNS, List.of(here), List.of())), ours, theirs);
        assertThatOnly(reaching(Reach.of(ScopeKind.INSTITUTIONS, List.of(), List.of(other))), theirs, ours);

        CurrentUser both = reaching(Reach.of(ScopeKind.TOWNS, List.of(here, there), List.of()));
        assertThat(get(both, ALL).get("total")).isEqualTo(2);
        assertThat(act(both, ours, "take-on", Map.of()).status()).isEqualTo(404);
        assertThat(act(both, ours, "pass", Map.of()).status()).isEqualTo(404);
        assertThat(get(reaching(Reach.NONE), ALL).get("total")).isEqualTo(0);
    }

    @Test
    void who_sees_their_own_work_sees_what_they_had_a_hand_in_and_what_waits_for_somebody_at_their_department() {
        CurrentUser mine = own();
        CurrentUser colleague = own();
        assertThatOnly(mine, ours, theirs);
        assertThatOnly(colleague, ours, theirs);

        Answer taken = act(mine, ours, "take-on", Map.of());
        assertThat(taken.status()).isEqualTo(200);

        assertThatOnly(mine, ours, theirs);
        assertThatNone(colleague, ours);
        assertThat(act(colleague, taken, "pass", Map.of()).status()).isEqualTo(404);

        assertThat(act(mine, taken, "pass", Map.of()).get("step")).isEqualTo("APPROVAL");
        assertThatOnly(colleague, ours, theirs);
        assertThatOnly(mine, ours, theirs);
    }

    @Test
    void a_draft_is_within_nobodys_reach_but_its_enterprises() {
        CurrentUser drafts = anEnterprise();
        UUID draft = begun(drafts, opened(project()).id()).id();
        jdbc.sql("update declaration set town_code = ? where id = ?")
                .params(here, draft)
                .update();

        for (CurrentUser reader : List.of(
                officer,
                own(),
                reaching(Reach.ALL),
                reaching(Reach.of(ScopeKind.TOWNS, List.of(here), List.of())),
                reaching(Reach.of(ScopeKind.INSTITUTIONS, List.of(), List.of(department))))) {
            assertThat(get(reader, ALL + "/" + draft).status()).isEqualTo(404);
            assertThat(get(reader, ALL + "?size=100").body().toString()).doesNotContain(draft.toString());
        }
        assertThat(get(drafts, "/api/policy/my/declarations/" + draft).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "institution_id in ('0199a000-0000-7000-8000-000000000001'); order by submitted_at desc; declaration_of_institution",
                "step_institution_id in ('0199a000-0000-7000-8000-000000000001'); order by submitted_at desc; declaration_at_institution",
                "town_code in ('x'); order by submitted_at desc; declaration_of_town",
                "enterprise_id = '0199a000-0000-7000-8000-000000000001'; order by changed_at desc; declaration_of_enterprise",
                "id in (select declaration_id from declaration_event where actor_id = '0199a000-0000-7000-8000-000000000001'); ; declaration_event_by",
                "step_institution_id = '0199a000-0000-7000-8000-000000000001' and handler_id is null and status in ('SUBMITTED', 'IN_REVIEW'); ; declaration_at_institution",
            })
    void each_scope_has_its_index(String condition, String order, String index) {
        String drafts = index.equals("declaration_of_enterprise") ? "" : "status <> 'DRAFT' and ";
        List<String> plan = transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select * from declaration where " + drafts + "(false or " + condition + ") "
                            + (order == null ? "" : order))
                    .query(String.class)
                    .list();
        });

        assertThat(plan).anySatisfy(line -> assertThat(line).contains(index));
    }

    private void assertThatOnly(CurrentUser user, Answer seen, Answer hidden) {
        Answer list = get(user, ALL);
        assertThat(items(list))
                .extracting(it -> it.get("id"))
                .containsExactly(seen.id().toString());
        assertThat(list.get("total")).isEqualTo(1);
        assertThat(ExportedFile.of(client.as(user), ALL + "/export").rows()).hasSize(1);
        assertThat(get(user, ALL + "/" + seen.id()).status()).isEqualTo(200);
        assertThat(paper(user, seen)).isEqualTo(200);
        assertThat(get(user, ALL + "/" + hidden.id()).status()).isEqualTo(404);
        assertThat(paper(user, hidden)).isEqualTo(404);
    }

    private void assertThatNone(CurrentUser user, Answer hidden) {
        assertThat(get(user, ALL).get("total")).isEqualTo(0);
        assertThat(get(user, ALL + "/" + hidden.id()).status()).isEqualTo(404);
        assertThat(paper(user, hidden)).isEqualTo(404);
    }

    /** What is answered to who opens the paper of a declaration. */
    private int paper(CurrentUser user, Answer of) {
        UUID file = jdbc.sql("select file_ids[1]::uuid from declaration where id = ?")
                .param(of.id())
                .query(UUID.class)
                .single();
        return client.as(user)
                .get()
                .uri("/api/policy/declaration-files/" + file)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    private CurrentUser own() {
        CurrentUser somebody = officerOf(department);
        return somebody.reaching(Map.of(ScopedResource.DECLARATION, Reach.OWN), somebody.territory());
    }

    private static CurrentUser reaching(Reach reach) {
        CurrentUser somebody = TestUsers.ofDepartment(Ids.next(), HANDLES);
        return somebody.reaching(Map.of(ScopedResource.DECLARATION, reach), somebody.territory());
    }

    private Answer declared(String townCode) {
        Answer declared = submitted(anEnterprise(), opened(project()).id());
        jdbc.sql("update declaration set town_code = ? where id = ?")
                .params(townCode, declared.id())
                .update();
        return declared;
    }
}
