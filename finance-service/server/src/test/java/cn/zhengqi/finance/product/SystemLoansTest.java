package cn.zhengqi.finance.product;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.TestTokens;
import cn.zhengqi.web.CallingSystem;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

class SystemLoansTest extends FinanceServiceTest {

    @Test
    void a_system_with_the_scope_reads_what_everybody_reads() {
        LoanProductPage read = Objects.requireNonNull(as(FinancePermissions.READ_BY_SYSTEM)
                .get()
                .uri("/openapi/v1/loans?size=100")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(LoanProductPage.class)
                .returnResult()
                .getResponseBody());
        LoanProductPage open = Objects.requireNonNull(client.anonymous()
                .get()
                .uri("/api/finance/products?size=100")
                .exchange()
                .expectBody(LoanProductPage.class)
                .returnResult()
                .getResponseBody());
        assertThat(read.items()).isNotEmpty().isEqualTo(open.items());
    }

    @Test
    void one_without_it_does_not() {
        as("openapi.policies.read")
                .get()
                .uri("/openapi/v1/loans")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private RestTestClient as(String permission) {
        return client.withToken(
                TestTokens.of(new CallingSystem(Ids.next(), "某系统", Ids.next(), "某公司", false, Set.of(permission))));
    }
}
