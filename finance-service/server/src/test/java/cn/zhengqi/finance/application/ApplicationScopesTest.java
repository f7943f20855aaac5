package cn.zhengqi.finance.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.finance.product.Bank;
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

/** Applications to two banks from two towns, as far as somebody's roles reach. */
class ApplicationScopesTest extends FinanceServiceTest {

    private static final String[] READS = {"finance.application.handle", "finance.application.read-all"};

    private final String here = "here-" + Ids.next();
    private final String there = "there-" + Ids.next();
    private Bank other;
    private UUID ours;
    private UUID theirs;

    @BeforeEach
    void an_application_to_each() {
        other = aBank();
        ours = submitted(application(), here);
        theirs = submitted(application(aProductOf(other)), there);
    }

    @Test
    void a_bank_and_what_stands_below_it_see_what_was_made_to_them() {
        assertThatOnly(officer, ours, theirs);
        assertThatOnly(officerOf(other), theirs, ours);

        CurrentUser head = TestUsers.ofBank(Ids.next(), READS);
        CurrentUser above = head.reaching(Map.of(), Territory.of(head.institutionId(), Set.of(bank.id()), Set.of()));
        assertThatOnly(above, ours, theirs);
        assertThat(act(above, ours, "accept", Map.of("version", 0)).status())
                .as("a branch's work is the bank's")
                .isEqualTo(200);
    }

    @Test
    void who_may_see_a_town_or_another_bank_sees_it_and_decides_nothing_there() {
        CurrentUser town = reaching(Reach.of(ScopeKind.TOWNS, List.of(here), List.of()));
        assertThatOnly(town, ours, theirs);
        assertThatOnly(reaching(Reach.of(ScopeKind.INSTITUTIONS, List.of(), List.of(other.id()))), theirs, ours);

        CurrentUser both = reaching(Reach.of(ScopeKind.TOWNS, List.of(here, there), List.of()));
        assertThat(get(both, "/api/finance/applications").get("total")).isEqualTo(2);
        for (String action : List.of("accept", "settle")) {
            assertThat(act(both, ours, action, Map.of("version", 0)).status()).isEqualTo(404);
        }
        assertThat(get(reaching(Reach.NONE), "/api/finance/applications").get("total"))
                .isEqualTo(0);
    }

    @Test
    void who_sees_their_own_work_sees_what_they_handle_and_what_waits_for_somebody_at_their_bank() {
        CurrentUser mine = own();
        CurrentUser colleague = own();
        assertThatOnly(mine, ours, theirs);
        assertThatOnly(colleague, ours, theirs);

        assertThat(act(mine, ours, "accept", Map.of("version", 0)).status()).isEqualTo(200);

        assertThatOnly(mine, ours, theirs);
        assertThat(get(colleague, "/api/finance/applications/" + ours).status()).isEqualTo(404);
        assertThat(act(colleague, ours, "approve", approval(1)).status()).isEqualTo(404);
        assertThat(get(colleague, "/api/finance/applications").get("total")).isEqualTo(0);
    }

    @Test
    void permission_to_read_all_without_a_word_of_how_far_is_not_all() {
        CurrentUser department = TestUsers.ofDepartment(Ids.next(), "finance.application.read-all");

        assertThat(get(department.reaching(Map.of(), department.territory()), "/api/finance/applications")
                        .get("total"))
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bank_id in ('0199a000-0000-7000-8000-000000000001') order by submitted_at desc; loan_application_of_bank_by_time",
                "town_code in ('x') order by submitted_at desc; loan_application_of_town",
                "id in (select application_id from loan_application_step where actor_id = '0199a000-0000-7000-8000-000000000001'); loan_application_step_of_actor",
                "coalesce(branch_id, bank_id) = '0199a000-0000-7000-8000-000000000001' and handler_id is null and status = 'SUBMITTED' order by submitted_at desc; loan_application_of_desk",
                "branch_id in ('0199a000-0000-7000-8000-000000000001') order by submitted_at desc; loan_application_of_branch",
                "handler_id = '0199a000-0000-7000-8000-000000000001' order by submitted_at desc; loan_application_of_handler",
            })
    void each_scope_has_its_index(String condition, String index) {
        List<String> plan = transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select * from loan_application where (false or "
                            + condition.replace(" order", ") order") + (condition.contains(" order") ? "" : ")"))
                    .query(String.class)
                    .list();
        });

        assertThat(plan).anySatisfy(line -> assertThat(line).contains(index));
    }

    private void assertThatOnly(CurrentUser user, UUID seen, UUID hidden) {
        Answer list = get(user, "/api/finance/applications");
        assertThat(items(list)).extracting(it -> it.get("id")).containsExactly(seen.toString());
        assertThat(list.get("total")).isEqualTo(1);
        assertThat(ExportedFile.of(client.as(user), "/api/finance/applications/export")
                        .rows())
                .hasSize(1);
        assertThat(get(user, "/api/finance/applications/" + seen).status()).isEqualTo(200);
        assertThat(get(user, "/api/finance/applications/" + hidden).status()).isEqualTo(404);
        assertThat(get(user, "/api/finance/applications/" + hidden + "/enterprise")
                        .status())
                .isEqualTo(404);
    }

    private CurrentUser own() {
        CurrentUser officerOfBank = officerOf(bank);
        return officerOfBank.reaching(Map.of(ScopedResource.LOAN_APPLICATION, Reach.OWN), officerOfBank.territory());
    }

    private static CurrentUser reaching(Reach reach) {
        CurrentUser somebody = TestUsers.ofDepartment(Ids.next(), READS);
        return somebody.reaching(Map.of(ScopedResource.LOAN_APPLICATION, reach), somebody.territory());
    }

    private UUID submitted(Map<String, Object> what, String townCode) {
        UUID id = submit(anEnterprise(), what).id();
        jdbc.sql("update loan_application set town_code = ? where id = ?")
                .params(townCode, id)
                .update();
        return id;
    }
}
