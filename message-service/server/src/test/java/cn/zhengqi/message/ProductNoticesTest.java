package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.finance.api.OfficeDecidedOnProduct;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.Notices;
import cn.zhengqi.message.audience.UserService;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the finance office does with a product its bank reads, by whom and why. */
@MessageServiceTest
class ProductNoticesTest {

    private final UUID product = Ids.next();
    private final UUID bank = Ids.next();
    private final UUID manager = Ids.next();

    @Autowired
    private Notices notices;

    @BeforeEach
    void a_bank_with_somebody_who_keeps_its_products() {
        UserService.lets(bank, "finance.product.own", manager);
    }

    @Test
    void who_keeps_the_products_of_a_bank_reads_what_the_finance_office_suspended_and_lifted() {
        tell(true, false, "利率与公示不符", true, 1);
        await().untilAsserted(() -> assertThat(notices.bodies(manager))
                .containsExactly("金融办 李文暂停了“云税贷”的受理，原因：利率与公示不符。暂停期间企业不能申请，已提交的申请继续办理；须由金融办恢复，首页置顶同时取消。"));

        tell(false, false, null, false, 2);

        await().untilAsserted(() -> assertThat(notices.bodies(manager))
                .hasSize(2)
                .last()
                .isEqualTo("金融办 李文撤销了对“云税贷”的暂停，本机构的暂停仍然有效，企业暂时不能申请。"));
    }

    private void tell(boolean suspended, boolean onSale, @Nullable String reason, boolean pinned, long version) {
        notices.tell(
                new OfficeDecidedOnProduct(
                        product, "云税贷", bank, suspended, onSale, reason, "李文", pinned, Instant.now()),
                version);
    }
}
