package cn.zhengqi.code.issued;

import cn.zhengqi.code.secret.TestKeys;
import cn.zhengqi.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Signs codes as another installation. */
public final class TestSigner {

    private TestSigner() {}

    public static String dynamic(String dataKey, String district) {
        return new CodeSigner(TestKeys.of(dataKey), district)
                .write(new CodeContent.Dynamic(Ids.next(), UUID.randomUUID(), Instant.now(), Duration.ofSeconds(55)));
    }
}
