package cn.zhengqi.user.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.user.Staff;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.user.role.GrantableRoles;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest(properties = "zhengqi.demo.enabled=true")
@ActiveProfiles("test")
class DemoRolesTest {

    @Autowired
    private ReferenceData reference;

    @Autowired
    private GrantableRoles roles;

    @Test
    void each_demo_account_has_a_role_that_people_of_its_institution_may_be_given() {
        List<DemoAccount> staff = DemoFiles.accounts(Instant.now()).stream()
                .filter(account -> account.institutionCode() != null)
                .toList();
        assertThat(staff).isNotEmpty().allSatisfy(account -> {
            Institution institution =
                    reference.institution(account.institutionCode()).orElseThrow();
            assertThat(roles.available(institution.id(), Staff.of(institution)))
                    .as(account.username() + " of " + institution.name())
                    .extracting(GrantableRoles.Grantable::code)
                    .contains(account.role());
        });
    }
}
