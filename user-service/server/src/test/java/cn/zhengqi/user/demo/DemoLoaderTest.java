package cn.zhengqi.user.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.testing.ServiceTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest(properties = "zhengqi.demo.enabled=true")
@ActiveProfiles("test")
class DemoLoaderTest {

    @Autowired
    DemoLoader loader;

    @Autowired
    JdbcClient jdbc;

    @Test
    void three_hundred_enterprises_are_marked_as_demo_and_loaded_once() {
        long belonging = DemoFiles.accounts(Instant.now()).stream()
                .filter(account -> account.enterpriseUscc() != null || account.institutionCode() != null)
                .count();

        loader.run(new DefaultApplicationArguments());

        assertThat(count("select count(*) from enterprise where demo")).isEqualTo(300);
        assertThat(count("select count(*) from outbox where type = 'user.EnterpriseRegistered'"))
                .isEqualTo(300);
        assertThat(count("select count(*) from membership")).isEqualTo(belonging);
        assertThat(count("select count(*) from outbox where type = 'user.MemberJoined'"))
                .isEqualTo(belonging);
    }

    /** Who is only somebody of an institution has a role of no work. */
    @Test
    void every_preset_role_of_staff_has_somebody_to_sign_in_as() {
        assertThat(jdbc.sql("""
                        select code from role
                        where institution_id is null and code <> 'STAFF' and holders && '{BANK,DEPARTMENT,TOWN,OPERATOR}'
                          and not exists (select from membership where role_code = code)
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void branches_of_a_bank_stand_below_it_with_people_of_their_own() {
        assertThat(count("""
                        select count(*) from institution b join institution bank on bank.id = b.parent_id
                        where bank.type = 'BANK' and b.type = 'BANK'
                          and exists (select 1 from membership m where m.institution_id = b.id and m.role_code = 'BANK_OFFICER')
                        """)).isEqualTo(DemoFiles.branches().size());
    }

    @Test
    void nothing_in_the_demo_happened_in_the_future() {
        assertThat(count("select count(*) from outbox where occurred_at > now()"))
                .isZero();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
