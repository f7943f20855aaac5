package cn.zhengqi.bench.notify;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stand-ins of the two providers whose protocols the platform speaks. */
final class StandIns {

    private static final Pattern ALIYUN_PHONE = Pattern.compile("PhoneNumbers=([0-9]+)");
    private static final Pattern TENCENT_PHONE = Pattern.compile("\"\\+86([0-9]+)\"");

    private StandIns() {}

    static StandIn aliyun(int failing) {
        return new StandIn(failing) {
            @Override
            String phone(String query, String body) {
                return found(ALIYUN_PHONE, query);
            }

            @Override
            String taken(String phone) {
                return "{\"Message\":\"OK\",\"RequestId\":\"R\",\"Code\":\"OK\",\"BizId\":\"" + UUID.randomUUID()
                        + "\"}";
            }

            @Override
            String refused() {
                return "{\"Message\":\"业务停机\",\"RequestId\":\"R\",\"Code\":\"isv.OUT_OF_SERVICE\"}";
            }
        };
    }

    static StandIn tencent(int failing) {
        return new StandIn(failing) {
            @Override
            String phone(String query, String body) {
                return found(TENCENT_PHONE, body);
            }

            @Override
            String taken(String phone) {
                return "{\"Response\":{\"SendStatusSet\":[{\"SerialNo\":\"" + UUID.randomUUID()
                        + "\",\"PhoneNumber\":\"+86" + phone
                        + "\",\"Fee\":1,\"SessionContext\":\"\",\"Code\":\"Ok\",\"Message\":\"send success\",\"IsoCode\":\"CN\"}],\"RequestId\":\"R\"}}";
            }

            @Override
            String refused() {
                return "{\"Response\":{\"Error\":{\"Code\":\"RequestLimitExceeded\",\"Message\":\"busy\"},\"RequestId\":\"R\"}}";
            }
        };
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no phone in a request");
        }
        return matcher.group(1);
    }
}
