package cn.zhengqi.policy.redemption;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.policy.api.InternalRedemption;
import cn.zhengqi.policy.declaration.DeclarationServiceTest;
import cn.zhengqi.policy.redemption.notice.NoticeSweep;
import cn.zhengqi.promise.HolidayYear;
import cn.zhengqi.promise.WorkCalendars;
import cn.zhengqi.testing.MovableClock;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A department that pays under a published policy, and an enterprise that applies. */
public abstract class RedemptionServiceTest extends DeclarationServiceTest {

    protected static final String[] PAYS = {
        "policy.redemption.manage", "policy.redemption.handle", "policy.payment.prepare", "policy.payment.approve"
    };

    protected static final Map<String, Object> A_TENTH =
            Map.of("type", "RATIO", "basis", "设备投资额", "percent", 10, "cap", 100_000);

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected NoticeSweep sweep;

    @Autowired
    private InternalRedemption verification;

    @Autowired
    private WorkCalendars calendars;

    protected CurrentUser clerk;
    protected CurrentUser chief;
    protected CurrentUser firm;

    @BeforeEach
    void two_of_the_department_and_a_firm() {
        clerk = payerOf(department);
        chief = payerOf(department);
        firm = aFirm();
        arrangeTheYears(calendars);
    }

    /** The end of a notice can be said on each day on which this is run. */
    static void arrangeTheYears(WorkCalendars calendars) {
        for (int year : new int[] {
            LocalDate.now(BusinessTime.ZONE).getYear(),
            LocalDate.now(BusinessTime.ZONE).getYear() + 1
        }) {
            if (!calendars.now().knows(year)) {
                calendars.arrange(new HolidayYear(year, "测试", new TreeSet<>(), new TreeSet<>(), 1), Instant.now());
            }
        }
    }

    @AfterEach
    void today_again() {
        clock.reset();
    }

    protected static CurrentUser payerOf(UUID institution) {
        return TestUsers.ofDepartment(institution, PAYS)
                .reaching(Map.of(ScopedResource.ENTERPRISE, Reach.ALL), Territory.of(institution, Set.of(), Set.of()));
    }

    protected static CurrentUser aFirm() {
        return TestUsers.ofEnterprise(Ids.next(), "policy.redemption.apply");
    }

    protected static Map<String, Object> payout(Map<String, Object> rule, int budget) {
        LocalDate today = LocalDate.now(BusinessTime.ZONE);
        return new HashMap<>(Map.of(
                "title",
                "设备更新补助",
                "summary",
                "说明",
                "kind",
                "APPLICATION",
                "rule",
                rule,
                "budget",
                budget,
                "opensOn",
                today.minusDays(1).toString(),
                "closesOn",
                today.plusDays(30).toString(),
                "noticeDays",
                5,
                "barring",
                false));
    }

    protected Answer drafted(Map<String, Object> project) {
        return post(clerk, "/api/policy/manage/redemption-projects", Map.of("policyId", policy, "project", project));
    }

    protected Answer paying(Map<String, Object> project) {
        Answer drafted = drafted(project);
        return desk(clerk, drafted, "open", Map.of());
    }

    /** One that pays a tenth of what was invested, up to 100,000. */
    protected Answer paying(int budget) {
        return paying(payout(A_TENTH, budget));
    }

    /** One of 免申即享, with 20,000 for each. */
    protected Answer exempt() {
        Map<String, Object> project = payout(Map.of("type", "FIXED", "amount", 20_000), 100_000);
        project.put("kind", "EXEMPT");
        return paying(project);
    }

    protected Answer offered(Answer project, CurrentUser... firms) {
        return post(
                clerk,
                "/api/policy/manage/redemption-projects/" + project.id() + "/offers",
                Map.of(
                        "offers",
                        Arrays.stream(firms)
                                .map(it -> Map.of("enterpriseId", it.enterpriseId()))
                                .toList()));
    }

    /** What an enterprise has, that has one. */
    protected Answer mineOf(CurrentUser who) {
        UUID id = UUID.fromString((String)
                items(get(who, "/api/policy/my/redemptions")).getFirst().get("id"));
        return get(who, "/api/policy/my/redemptions/" + id);
    }

    protected Answer desk(CurrentUser who, Answer project, String action, Map<String, Object> more) {
        return post(who, "/api/policy/manage/redemption-projects/" + project.id() + "/" + action, seen(project, more));
    }

    protected static Map<String, Object> seen(Answer seen, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("version", seen.version());
        return body;
    }

    protected static Map<String, Object> account(CurrentUser who) {
        return Map.of("name", "测试企业" + who.enterpriseId(), "bank", "测试银行", "number", "6222 0000 1111 2222");
    }

    protected static Map<String, Object> claim(CurrentUser who, int basis) {
        return new HashMap<>(Map.of("basis", basis, "statement", "已投产", "account", account(who)));
    }

    protected Answer applied(CurrentUser who, Answer project, int basis) {
        return applied(who, project, claim(who, basis));
    }

    protected Answer applied(CurrentUser who, Answer project, Map<String, Object> claim) {
        return post(who, "/api/policy/my/redemptions", Map.of("projectId", project.id(), "claim", claim));
    }

    protected Answer mine(CurrentUser who, Answer application, String action, Map<String, Object> more) {
        return post(who, "/api/policy/my/redemptions/" + application.id() + "/" + action, seen(application, more));
    }

    protected Answer decide(CurrentUser who, Answer application, String action, Map<String, Object> more) {
        return post(
                who, "/api/policy/redemption/applications/" + application.id() + "/" + action, seen(application, more));
    }

    protected static BigDecimal sum(Answer answer, String member) {
        return new BigDecimal(String.valueOf(answer.get(member)));
    }

    /** One that is shown to the public. */
    protected Answer noticed(CurrentUser who, Answer project, int basis) {
        return decide(clerk, applied(who, project, basis), "recognise", Map.of());
    }

    /** One whose notice is over. */
    protected Answer approved(CurrentUser who, Answer project, int basis) {
        Answer noticed = noticed(who, project, basis);
        afterTheNotice();
        return get(clerk, "/api/policy/redemption/applications/" + noticed.id());
    }

    protected void afterTheNotice() {
        clock.forward(Duration.ofDays(20));
        sweep.sweep();
        clock.reset();
    }

    /** Figures that do not fit together, over all that any test did. */
    protected List<String> differences() {
        return verification.verify().rows().stream()
                .filter(row -> row.difference().signum() != 0)
                .map(InternalRedemption.Row::toString)
                .toList();
    }

    /** Where the money of a project is: free, reserved, approved, paid, returned. */
    protected List<BigDecimal> money(Answer project) {
        return jdbc.sql("""
                        select unnest(array[allocated - reserved - approved - paid - returned, reserved, approved, paid, returned])
                        from redemption_budget where project_id = ?""").param(project.id()).query(BigDecimal.class).list();
    }

    protected static List<BigDecimal> yuan(int... amounts) {
        return Arrays.stream(amounts)
                .mapToObj(amount -> BigDecimal.valueOf(amount).setScale(2))
                .toList();
    }
}
