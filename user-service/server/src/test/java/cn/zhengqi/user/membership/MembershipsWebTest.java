package cn.zhengqi.user.membership;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.Enterprises;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.InternalPrincipals;
import cn.zhengqi.user.api.Principal;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.user.register.Enterprise;
import cn.zhengqi.user.register.Register;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
@ActiveProfiles("test")
class MembershipsWebTest {

    private static final String LONGZHOUWAN = "500113003";
    private static final String YUDONG = "500113004";
    private static final Instant EARLIER = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-05-01T02:00:00Z");

    @Autowired
    Memberships memberships;

    @Autowired
    WhenCodeIssued whenCodeIssued;

    @Autowired
    WhenCodeRevoked whenCodeRevoked;

    @Autowired
    WhenAccountClosed whenAccountClosed;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Register register;

    @Autowired
    ReferenceData reference;

    @Autowired
    ServiceClient service;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_account_that_belongs_nowhere_gets_what_its_type_may_do() {
        assertThat(principal(Ids.next(), UserType.ENTERPRISE)).satisfies(visitor -> {
            assertThat(visitor.roles()).containsExactly("ENTERPRISE_VISITOR");
            assertThat(visitor.permissions()).containsExactly("code.claim", "self");
            assertThat(visitor.enterpriseId()).isNull();
        });
        assertThat(principal(Ids.next(), UserType.GOVERNMENT)).satisfies(nobody -> {
            assertThat(nobody.roles()).isEmpty();
            assertThat(nobody.permissions()).containsExactly("self");
        });
    }

    @Test
    void who_was_issued_a_code_administers_the_enterprise() {
        Enterprise enterprise = registered("重庆成员机械有限公司");
        UUID account = Ids.next();

        issue(enterprise, account, LATER);

        assertThat(principal(account, UserType.ENTERPRISE)).satisfies(admin -> {
            assertThat(admin.enterpriseId()).isEqualTo(enterprise.getId());
            assertThat(admin.enterpriseName()).isEqualTo("重庆成员机械有限公司");
            assertThat(admin.uscc()).isEqualTo(enterprise.getUscc());
            assertThat(admin.roles()).containsExactly("ENTERPRISE_ADMIN");
            assertThat(admin.permissions())
                    .containsExactlyInAnyOrder(
                            "self",
                            "enterprise.own",
                            "enterprise.members",
                            "finance.apply",
                            "finance.activity.sign-up",
                            "finance.coordination.declare",
                            "finance.demand.post",
                            "finance.favourite",
                            "policy.declare",
                            "policy.favourite",
                            "policy.redemption.apply",
                            "code.claim",
                            "code.own.manage",
                            "enterprise.consent",
                            "match.report.issue",
                            "ops.evaluation.give",
                            "openapi.own");
        });
        assertThat(register.detail(enterprise.getId()).certified()).isTrue();
    }

    @Test
    void the_same_membership_twice_is_one_membership_and_one_event() {
        Enterprise enterprise = registered("重庆重复机械有限公司");
        UUID account = Ids.next();

        issue(enterprise, account, EARLIER);
        issue(enterprise, account, LATER);

        assertThat(jdbc.sql("select count(*) from membership where account_id = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from outbox where subject = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_account_with_two_enterprises_acts_for_the_one_it_joined_last() {
        Enterprise first = registered("重庆先入机械有限公司");
        Enterprise second = registered("重庆后入机械有限公司");
        UUID account = Ids.next();

        issue(second, account, LATER);
        issue(first, account, EARLIER);

        assertThat(principal(account, UserType.ENTERPRISE).enterpriseId()).isEqualTo(second.getId());
    }

    @Test
    void whose_code_is_revoked_acts_for_the_enterprise_no_more() {
        Enterprise enterprise = registered("重庆注销机械有限公司");
        UUID account = Ids.next();

        issue(enterprise, account, EARLIER);
        revoke(enterprise, LATER);

        assertThat(principal(account, UserType.ENTERPRISE)).satisfies(visitor -> {
            assertThat(visitor.enterpriseId()).isNull();
            assertThat(visitor.roles()).containsExactly("ENTERPRISE_VISITOR");
            assertThat(visitor.permissions()).containsExactly("code.claim", "self");
        });
        assertThat(register.detail(enterprise.getId()).certified()).isFalse();
        assertThat(told(account)).containsExactly("user.MemberJoined 1", "user.MemberLeft 2");
    }

    @Test
    void whose_code_is_revoked_reads_when_and_why_until_they_belong_to_the_enterprise_again() {
        Enterprise enterprise = registered("重庆注销原因机械有限公司");
        UUID admin = Ids.next();
        UUID colleague = Ids.next();
        issue(enterprise, admin, EARLIER);
        join(colleague, enterprise, EARLIER.plusSeconds(5));

        revoke(enterprise, LATER);

        for (UUID account : List.of(admin, colleague)) {
            ended(account)
                    .jsonPath("$.length()")
                    .isEqualTo(1)
                    .jsonPath("$[0].name")
                    .isEqualTo(enterprise.getName())
                    .jsonPath("$[0].reason")
                    .isEqualTo("测试")
                    .jsonPath("$[0].endedAt")
                    .isEqualTo("2026-05-01T10:00:00+08:00");
        }
        issue(enterprise, admin, LATER.plusSeconds(60));
        ended(admin).jsonPath("$.length()").isEqualTo(0);
        ended(colleague).jsonPath("$.length()").isEqualTo(1);
        close(colleague);
        ended(colleague).jsonPath("$.length()").isEqualTo(0);
    }

    @Test
    void who_claims_a_revoked_code_again_acts_for_the_same_enterprise_so_that_its_past_is_theirs_again() {
        Enterprise enterprise = Enterprises.named("重庆重新领取机械有限公司");
        register.add(enterprise);
        UUID admin = Ids.next();
        UUID other = Ids.next();
        issue(enterprise, admin, EARLIER);
        revoke(enterprise, LATER);

        issue(enterprise, admin, LATER.plusSeconds(60));

        assertThat(principal(admin, UserType.ENTERPRISE)).satisfies(again -> {
            assertThat(again.enterpriseId()).isEqualTo(enterprise.getId());
            assertThat(again.roles()).containsExactly("ENTERPRISE_ADMIN");
        });
        revoke(enterprise, LATER.plusSeconds(120));
        issue(enterprise, other, LATER.plusSeconds(180));
        assertThat(principal(other, UserType.ENTERPRISE).enterpriseId())
                .as("also when somebody else of it does")
                .isEqualTo(enterprise.getId());
    }

    @Test
    void who_came_back_after_a_revocation_and_left_on_their_own_is_not_told_of_the_revocation() {
        Enterprise enterprise = Enterprises.named("重庆自行退出机械有限公司");
        register.add(enterprise);
        UUID admin = Ids.next();
        issue(enterprise, admin, EARLIER);
        revoke(enterprise, LATER);
        issue(enterprise, admin, LATER.plusSeconds(60));

        memberships.leave(admin, enterprise.getId(), MembershipEnding.LEFT, LATER.plusSeconds(120));

        ended(admin).jsonPath("$.length()").isEqualTo(0);
    }

    private RestTestClient.BodyContentSpec ended(UUID account) {
        return service.as(new CurrentUser(
                        account, "张三", UserType.ENTERPRISE, null, null, null, null, Set.of(), Set.of("self")))
                .get()
                .uri("/api/user/my/ended-enterprises")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void who_joined_after_the_revocation_and_before_it_was_heard_leaves_with_the_others() {
        Enterprise enterprise = registered("重庆迟闻注销机械有限公司");
        UUID admin = Ids.next();
        UUID late = Ids.next();
        issue(enterprise, admin, EARLIER);
        join(late, enterprise, LATER.plusSeconds(5));

        revoke(enterprise, LATER);

        assertThat(principal(late, UserType.ENTERPRISE).enterpriseId()).isNull();
        assertThat(principal(admin, UserType.ENTERPRISE).enterpriseId()).isNull();
        assertThat(register.detail(enterprise.getId()).certified()).isFalse();
        assertThat(told(late)).containsExactly("user.MemberJoined 1", "user.MemberLeft 2");
    }

    @Test
    void who_joined_between_a_revocation_and_the_next_code_leaves_and_who_came_with_the_next_code_stays() {
        Enterprise enterprise = registered("重庆两码之间机械有限公司");
        UUID between = Ids.next();
        UUID claimant = Ids.next();
        UUID colleague = Ids.next();
        issue(enterprise, Ids.next(), EARLIER);
        join(between, enterprise, EARLIER.plusSeconds(65));
        issue(enterprise, claimant, LATER);
        join(colleague, enterprise, LATER.plusSeconds(5));

        revoke(enterprise, EARLIER.plusSeconds(60));

        assertThat(principal(between, UserType.ENTERPRISE).enterpriseId()).isNull();
        assertThat(principal(claimant, UserType.ENTERPRISE).enterpriseId()).isEqualTo(enterprise.getId());
        assertThat(principal(colleague, UserType.ENTERPRISE).enterpriseId()).isEqualTo(enterprise.getId());
    }

    @Test
    void whose_account_was_closed_becomes_nobodys_administrator_whichever_is_heard_first() {
        Enterprise closedFirst = registered("重庆先闻注销机械有限公司");
        Enterprise issuedFirst = registered("重庆先闻发码机械有限公司");
        UUID one = Ids.next();
        UUID other = Ids.next();

        close(one);
        issue(closedFirst, one, LATER);
        issue(issuedFirst, other, EARLIER);
        close(other);

        assertThat(memberships.roleIn(one, closedFirst.getId())).isNull();
        assertThat(memberships.roleIn(other, issuedFirst.getId())).isNull();
        assertThat(told(one)).isEmpty();
        assertThat(told(other)).containsExactly("user.MemberJoined 1", "user.MemberLeft 2");
        assertThat(told(closedFirst.getId())).contains("user.EnterpriseLeftAlone 0");
        assertThat(told(issuedFirst.getId())).contains("user.EnterpriseLeftAlone 0");
    }

    @Test
    void an_enterprise_that_has_another_administrator_is_not_left_alone() {
        Enterprise enterprise = registered("重庆双管理机械有限公司");
        UUID leaving = Ids.next();
        issue(enterprise, leaving, EARLIER);
        join(Ids.next(), enterprise);

        close(leaving);

        assertThat(told(enterprise.getId())).doesNotContain("user.EnterpriseLeftAlone 0");
    }

    @RepeatedTest(50)
    void a_code_that_is_issued_while_its_applicant_closes_the_account_makes_nobody_a_member() throws Exception {
        Enterprise enterprise = registered("重庆同时机械有限公司");
        UUID account = Ids.next();

        atOnce(
                () -> transaction.executeWithoutResult(status -> issue(enterprise, account, EARLIER)),
                () -> close(account));

        assertThat(memberships.roleIn(account, enterprise.getId())).isNull();
        assertThat(told(enterprise.getId())).contains("user.EnterpriseLeftAlone 0");
    }

    @RepeatedTest(20)
    void of_two_last_administrators_who_close_their_accounts_at_once_the_later_leaves_the_enterprise_alone()
            throws Exception {
        Enterprise enterprise = registered("重庆同走机械有限公司");
        UUID one = Ids.next();
        UUID other = Ids.next();
        issue(enterprise, one, EARLIER);
        join(other, enterprise);

        atOnce(() -> close(one), () -> close(other));

        assertThat(told(enterprise.getId()).stream().filter("user.EnterpriseLeftAlone 0"::equals))
                .hasSize(1);
    }

    @Test
    void only_the_service_of_the_codes_may_ask_whether_somebody_acts_for_an_enterprise() {
        Enterprise enterprise = registered("重庆询问机械有限公司");
        UUID account = Ids.next();
        issue(enterprise, account, EARLIER);

        assertThat(acts(account, enterprise)).isTrue();
        assertThat(acts(Ids.next(), enterprise)).isFalse();
        close(account);
        assertThat(acts(account, enterprise)).isFalse();
        service.asService("message-service")
                .get()
                .uri("/internal/principals/{account}/enterprises/{enterprise}", account, enterprise.getId())
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private boolean acts(UUID account, Enterprise enterprise) {
        return Objects.requireNonNull(service.asService("enterprise-code-service")
                        .get()
                        .uri("/internal/principals/{account}/enterprises/{enterprise}", account, enterprise.getId())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(InternalPrincipals.Standing.class)
                        .returnResult()
                        .getResponseBody())
                .member();
    }

    private void join(UUID account, Enterprise enterprise) {
        join(account, enterprise, EARLIER);
    }

    private void join(UUID account, Enterprise enterprise, Instant at) {
        memberships.join(new Membership(Ids.next(), account, enterprise.getId(), null, "ENTERPRISE_ADMIN", at), "另一位");
    }

    private void close(UUID account) {
        transaction.executeWithoutResult(status -> whenAccountClosed.handle(
                new AccountClosed(account, LATER),
                new EventMetadata(Ids.next(), "auth.AccountClosed", account, 1, LATER)));
    }

    private static void atOnce(Runnable one, Runnable other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> both = Stream.of(one, other)
                    .map(step -> Executors.callable(() -> {
                        meet(together);
                        step.run();
                    }))
                    .toList();
            for (Future<Object> done : threads.invokeAll(both)) {
                done.get();
            }
        }
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_frozen_code_ends_no_membership() {
        Enterprise enterprise = registered("重庆冻结机械有限公司");
        UUID account = Ids.next();

        issue(enterprise, account, EARLIER);
        change(enterprise, CodeStatus.FROZEN, LATER);

        assertThat(principal(account, UserType.ENTERPRISE).enterpriseId()).isEqualTo(enterprise.getId());
    }

    @Test
    void a_code_whose_revocation_is_heard_before_its_issue_makes_nobody_a_member() {
        Enterprise enterprise = registered("重庆倒序机械有限公司");
        UUID account = Ids.next();

        revoke(enterprise, LATER);
        issue(enterprise, account, EARLIER);

        assertThat(principal(account, UserType.ENTERPRISE).enterpriseId()).isNull();
        assertThat(register.detail(enterprise.getId()).certified()).isFalse();
    }

    @Test
    void the_next_claimant_stays_also_when_the_revocation_of_the_code_before_is_heard_last() {
        Enterprise enterprise = registered("重庆再领机械有限公司");
        UUID first = Ids.next();
        UUID again = Ids.next();

        issue(enterprise, first, EARLIER);
        issue(enterprise, again, EARLIER);
        issue(enterprise, again, LATER);
        revoke(enterprise, EARLIER.plusSeconds(60));

        assertThat(principal(first, UserType.ENTERPRISE).enterpriseId()).isNull();
        assertThat(principal(again, UserType.ENTERPRISE).enterpriseId()).isEqualTo(enterprise.getId());
        assertThat(register.detail(enterprise.getId()).certified()).isTrue();
    }

    @Test
    void a_bank_officer_belongs_to_the_bank() {
        UUID bank = institution("CCB");
        UUID account = works(bank, "BANK_OFFICER");

        assertThat(principal(account, UserType.BANK)).satisfies(officer -> {
            assertThat(officer.institutionName()).isEqualTo("中国建设银行重庆市分行");
            assertThat(officer.institutionType()).isEqualTo(InstitutionType.BANK);
            assertThat(officer.permissions())
                    .contains("finance.application.handle")
                    .doesNotContain("code.claim.review");
        });
    }

    @Test
    void who_may_do_something_for_an_institution_is_found_by_permission_and_where_they_act() {
        UUID bank = institution("CCB");
        UUID otherBank = institution("ICBC");
        jdbc.sql("insert into role (code, name, institution_id, created_by) values ('R_LOANS', '贷款岗', ?, ?)")
                .params(bank, Ids.next())
                .update();
        jdbc.sql("insert into role_permission (role_code, permission) values ('R_LOANS', 'finance.application.handle')")
                .update();
        UUID officer = works(bank, "BANK_OFFICER");
        UUID admin = works(bank, "INSTITUTION_ADMIN");
        UUID ownRole = works(bank, "R_LOANS");
        UUID movedOn = works(bank, "BANK_OFFICER");
        joins(movedOn, otherBank, "STAFF", LATER);

        service.asService("message-service")
                .get()
                .uri("/internal/principals?institutionId=" + bank + "&permission=finance.application.handle")
                .exchange()
                .expectBody(String.class)
                .value(people -> assertThat(people)
                        .contains(officer.toString(), ownRole.toString())
                        .doesNotContain(admin.toString(), movedOn.toString()));
        for (UUID account : List.of(officer, admin, ownRole, movedOn)) {
            assertThat(principal(account, UserType.BANK).permissions().contains("finance.application.handle")
                            && bank.equals(principal(account, UserType.BANK).institutionId()))
                    .as("the same as the token of %s says", account)
                    .isEqualTo(memberships
                            .peopleWho(bank, "finance.application.handle", false, false)
                            .contains(account));
        }
        service.as(TestUsers.operator("user.account.read"))
                .get()
                .uri("/internal/principals?institutionId=" + bank + "&permission=self")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void who_may_do_something_at_an_institution_or_at_one_above_it_is_found_and_nobody_beside_or_below() {
        UUID bank = institution("CCB");
        UUID branch = branchOf(bank);
        UUID counter = branchOf(branch);
        UUID head = works(bank, "BANK_OFFICER");
        UUID own = works(branch, "BANK_OFFICER");
        UUID below = works(counter, "BANK_OFFICER");
        UUID beside = works(branchOf(bank), "BANK_OFFICER");
        String ofBranch = "/internal/principals?permission=finance.application.handle&institutionId=";

        assertThat(people(ofBranch + branch + "&above=true"))
                .contains(own, head)
                .doesNotContain(below, beside);
        assertThat(people(ofBranch + counter + "&above=true")).contains(below, own, head);
        assertThat(people(ofBranch + branch)).containsExactly(own);
    }

    private UUID branchOf(UUID parent) {
        UUID id = Ids.next();
        jdbc.sql("insert into institution (id, code, name, type, parent_id) values (?, ?, ?, 'BANK', ?)")
                .params(id, "B-" + id, "测试支行 " + id, parent)
                .update();
        return id;
    }

    @Test
    void who_oversees_the_banks_can_be_asked_for_without_those_who_operate_the_platform() {
        UUID office = works(anInstitution(InstitutionType.DEPARTMENT), "FINANCE_OFFICE");
        UUID operator = works(anInstitution(InstitutionType.OPERATOR), "OPERATOR");
        String overseers = "/internal/principals?permission=finance.promise.oversee";

        assertThat(people(overseers)).contains(office, operator);
        assertThat(people(overseers + "&withoutOperators=true"))
                .contains(office)
                .doesNotContain(operator);
    }

    private UUID anInstitution(InstitutionType type) {
        UUID id = Ids.next();
        jdbc.sql("insert into institution (id, code, name, type) values (?, ?, ?, ?)")
                .params(id, "I-" + id, "测试机构 " + id, type.name())
                .update();
        return id;
    }

    private Set<UUID> people(String question) {
        return service.asService("message-service")
                .get()
                .uri(question)
                .exchange()
                .expectBody(new ParameterizedTypeReference<Set<UUID>>() {})
                .returnResult()
                .getResponseBody();
    }

    @Test
    void who_heads_a_bank_is_among_those_who_keep_its_products_and_hear_of_them() {
        UUID bank = reference.institution("ABC").orElseThrow().id();
        UUID head = Ids.next();
        UUID elsewhere = Ids.next();
        UUID admin = Ids.next();
        memberships.join(new Membership(Ids.next(), head, null, bank, "BANK_HEAD", EARLIER), "负责人");
        memberships.join(
                new Membership(
                        Ids.next(),
                        elsewhere,
                        null,
                        reference.institution("ICBC").orElseThrow().id(),
                        "BANK_HEAD",
                        EARLIER),
                "他行负责人");
        memberships.join(new Membership(Ids.next(), admin, null, bank, "INSTITUTION_ADMIN", EARLIER), "管理员");

        assertThat(memberships.peopleWho(bank, "finance.product.own", false, false))
                .contains(head)
                .doesNotContain(elsewhere, admin);
    }

    @Test
    void those_of_a_bank_and_its_branches_who_handle_applications_are_named_to_who_divides_the_work() {
        UUID bank = institution("CCB");
        UUID branch = Ids.next();
        jdbc.sql("insert into institution (id, code, name, type, parent_id) values (?, ?, '建行分派测试支行', 'BANK', ?)")
                .params(branch, "CCB-" + branch, bank)
                .update();
        UUID here = works(bank, "BANK_OFFICER");
        UUID below = works(branch, "BANK_OFFICER");
        UUID switchedOff = works(branch, "BANK_OFFICER");
        UUID otherWork = works(branch, "INSTITUTION_ADMIN");
        for (UUID account : List.of(here, below, switchedOff, otherWork)) {
            jdbc.sql("""
                            insert into account (id, display_name, user_type, channel, registered_at, demo, enabled)
                            values (?, '王经理', 'BANK', 'PC', now(), false, ?)""").params(account, !account.equals(switchedOff)).update();
        }

        List<InternalPrincipals.StaffMember> ofBank = staff(bank);
        assertThat(ofBank)
                .contains(new InternalPrincipals.StaffMember(below, "王经理", branch, "建行分派测试支行"))
                .extracting(InternalPrincipals.StaffMember::accountId)
                .contains(here)
                .doesNotContain(switchedOff, otherWork)
                .doesNotHaveDuplicates();
        assertThat(staff(branch))
                .extracting(InternalPrincipals.StaffMember::accountId)
                .containsExactly(below);
        service.asService("stats-service")
                .get()
                .uri("/internal/principals/staff?institutionId=" + bank + "&permission=self")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private List<InternalPrincipals.StaffMember> staff(UUID institution) {
        return List.of(Objects.requireNonNull(service.asService("finance-service")
                .get()
                .uri("/internal/principals/staff?institutionId=" + institution
                        + "&permission=finance.application.handle")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(InternalPrincipals.StaffMember[].class)
                .returnResult()
                .getResponseBody()));
    }

    @Test
    void
            who_may_do_something_wherever_they_act_is_found_also_when_their_role_is_a_copy_and_not_when_they_are_switched_off() {
        UUID department = institution("YYZX");
        jdbc.sql("insert into role (code, name, institution_id, created_by) values ('R_CLAIMS', '领码审核岗', ?, ?)")
                .params(department, Ids.next())
                .update();
        jdbc.sql("insert into role_permission (role_code, permission)"
                        + " select 'R_CLAIMS', permission from role_permission where role_code = 'CODE_REVIEWER'")
                .update();
        UUID preset = works(department, "CODE_REVIEWER");
        UUID copied = works(department, "R_CLAIMS");
        UUID switchedOff = works(department, "R_CLAIMS");
        UUID other = works(department, "STAFF");
        UUID movedOn = works(department, "R_CLAIMS");
        UUID bank = institution("CCB");
        joins(movedOn, bank, "STAFF", LATER);
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo, enabled)
                        values (?, '停用', 'GOVERNMENT', 'PC', now(), false, false)""").param(switchedOff).update();

        for (String where : List.of("", "institutionId=" + department + "&")) {
            service.asService("message-service")
                    .get()
                    .uri("/internal/principals?" + where + "permission=code.claim.review")
                    .exchange()
                    .expectBody(String.class)
                    .value(people -> assertThat(people)
                            .contains(preset.toString(), copied.toString())
                            .doesNotContain(switchedOff.toString(), other.toString(), movedOn.toString()));
        }
    }

    @Test
    void who_has_a_role_is_found_at_an_institution_and_at_the_operating_one() {
        UUID operating = institution("YYZX");
        UUID bank = institution("CCB");
        UUID atBank = works(bank, "INSTITUTION_ADMIN");
        UUID atOperator = works(operating, "INSTITUTION_ADMIN");
        UUID movedOn = works(bank, "INSTITUTION_ADMIN");
        joins(movedOn, operating, "STAFF", LATER);

        assertThat(holders("role=INSTITUTION_ADMIN&institutionId=" + bank))
                .contains(atBank)
                .doesNotContain(atOperator, movedOn);
        assertThat(holders("role=INSTITUTION_ADMIN")).contains(atOperator).doesNotContain(atBank, movedOn);
        service.asService("message-service")
                .get()
                .uri("/internal/principals/roles")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.code == 'BANK_OFFICER')].holders[0]")
                .isEqualTo("BANK")
                .jsonPath("$[?(@.code == 'ENTERPRISE_ADMIN')]")
                .isEmpty()
                .jsonPath("$[?(@.code == 'STAFF')]")
                .isEmpty();
        for (String path : List.of("/roles", "/holders?role=INSTITUTION_ADMIN")) {
            service.asService("auth-service")
                    .get()
                    .uri("/internal/principals" + path)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    private Set<UUID> holders(String which) {
        return Objects.requireNonNull(service.asService("message-service")
                .get()
                .uri("/internal/principals/holders?" + which)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Set<UUID>>() {})
                .returnResult()
                .getResponseBody());
    }

    @Test
    void of_a_claim_those_are_found_whose_roles_reach_the_town_where_it_lies() {
        UUID department = institution("YYZX");
        UUID town = institution(LONGZHOUWAN);
        claimsRole("R_ALL_TOWNS", department, "ALL", "");
        claimsRole("R_ONE_TOWN", department, "TOWNS", LONGZHOUWAN);
        claimsRole("R_OWN_WORK", department, "OWN", "");
        claimsRole("R_OF_THE_TOWN", town, "INSTITUTION", "");
        UUID everywhere = works(department, "R_ALL_TOWNS");
        UUID ofOneTown = works(department, "R_ONE_TOWN");
        UUID ofOwnWork = works(department, "R_OWN_WORK");
        UUID atTheTown = works(town, "R_OF_THE_TOWN");
        UUID widest = works(department, "R_ONE_TOWN");
        joins(widest, department, "R_ALL_TOWNS", LATER);

        assertThat(reviewersOf("&resource=CLAIM&townCode=" + LONGZHOUWAN))
                .contains(everywhere, widest, ofOneTown, atTheTown)
                .doesNotContain(ofOwnWork);
        assertThat(reviewersOf("&resource=CLAIM&townCode=" + YUDONG))
                .contains(everywhere, widest)
                .doesNotContain(ofOneTown, atTheTown, ofOwnWork);
        assertThat(reviewersOf("&resource=CLAIM"))
                .as("where the claim lies nobody knows")
                .contains(everywhere, widest)
                .doesNotContain(ofOneTown, atTheTown, ofOwnWork);
        assertThat(reviewersOf("")).contains(everywhere, widest, ofOneTown, atTheTown, ofOwnWork);
    }

    private void claimsRole(String code, UUID institution, String kind, String town) {
        jdbc.sql("insert into role (code, name, institution_id, created_by) values (?, ?, ?, ?)")
                .params(code, code, institution, Ids.next())
                .update();
        jdbc.sql("insert into role_permission (role_code, permission) values (?, 'code.claim.review')")
                .param(code)
                .update();
        jdbc.sql("""
                        insert into role_scope (role_code, resource, kind, towns)
                        values (?, 'code.claim', ?, array_remove(array[?], ''))""").params(code, kind, town).update();
    }

    private Set<UUID> reviewersOf(String which) {
        Set<UUID> people = service.asService("message-service")
                .get()
                .uri("/internal/principals?permission=code.claim.review" + which)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Set<UUID>>() {})
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(people);
    }

    @Test
    void people_may_not_ask_who_somebody_is() {
        service.as(TestUsers.operator("user.account.read"))
                .get()
                .uri("/internal/principals/" + Ids.next() + "?userType=ENTERPRISE")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private Enterprise registered(String name) {
        Enterprise enterprise = Enterprises.named(name);
        register.add(enterprise);
        return enterprise;
    }

    private UUID institution(String code) {
        return reference.institution(code).orElseThrow().id();
    }

    /** Somebody with this role there. */
    private UUID works(UUID institution, String role) {
        UUID account = Ids.next();
        joins(account, institution, role, EARLIER);
        return account;
    }

    private void joins(UUID account, UUID institution, String role, Instant at) {
        memberships.join(new Membership(Ids.next(), account, null, institution, role, at), "赵六");
    }

    private void issue(Enterprise enterprise, UUID account, Instant at) {
        CodeIssued issued = new CodeIssued(
                Ids.next(),
                enterprise.getId(),
                enterprise.getName(),
                enterprise.getUscc(),
                account,
                "张三",
                enterprise.getTownCode(),
                enterprise.getIndustryCode(),
                at);
        whenCodeIssued.handle(issued, new EventMetadata(Ids.next(), "code.CodeIssued", issued.codeId(), 0, at));
    }

    private void revoke(Enterprise enterprise, Instant at) {
        change(enterprise, CodeStatus.REVOKED, at);
    }

    private void change(Enterprise enterprise, CodeStatus status, Instant at) {
        UUID code = Ids.next();
        transaction.executeWithoutResult(none -> whenCodeRevoked.handle(
                new CodeStatusChanged(code, enterprise.getId(), status, null, CodeLevel.NORMAL, "测试", at),
                new EventMetadata(Ids.next(), "code.CodeStatusChanged", code, 1, at)));
    }

    private List<String> told(UUID account) {
        return jdbc.sql("select type || ' ' || version from outbox where subject = ? order by seq")
                .param(account)
                .query(String.class)
                .list();
    }

    private Principal principal(UUID account, UserType userType) {
        return service.asService("auth-service")
                .get()
                .uri("/internal/principals/{id}?userType={type}", account, userType)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Principal.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void another_service_learns_for_whom_accounts_act_and_people_do_not() {
        Enterprise enterprise = registered("重庆归属机械有限公司");
        UUID member = Ids.next();
        UUID nobody = Ids.next();
        memberships.join(
                new Membership(Ids.next(), member, enterprise.getId(), null, "ENTERPRISE_ADMIN", Instant.now()), "归属甲");

        service.asService("auth-service")
                .post()
                .uri("/internal/principals/affiliations")
                .body(List.of(member, nobody))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].accountId")
                .isEqualTo(member.toString())
                .jsonPath("$[0].name")
                .isEqualTo("重庆归属机械有限公司");
        service.as(TestUsers.operator(UserPermissions.READ_ACCOUNTS))
                .post()
                .uri("/internal/principals/affiliations")
                .body(List.of(member))
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
