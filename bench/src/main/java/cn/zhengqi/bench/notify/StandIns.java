package cn.zhengqi.bench.notify;

import com.sun.net.httpserver.Headers;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stand-ins of the two providers whose protocols the platform speaks. */
final class StandIns {

    private static final Pattern ALIYUN_PHONE = Pattern.compile("PhoneNumbers?=([0-9]+)");
    private static final Pattern ALIYUN_ID = Pattern.compile("OutId=([0-9a-f-]+)");
    private static final Pattern TENCENT_ID = Pattern.compile("\"SessionContext\":\"([0-9a-f-]+)\"");
    private static final Pattern TENCENT_PHONE = Pattern.compile("\"\\+86([0-9]+)\"");

    private StandIns() {}

    static StandIn aliyun(StandIn.Failing failing) {
        return new StandIn(failing) {
            @Override
            String phone(String query, String body) {
                return found(ALIYUN_PHONE, query);
            }

            @Override
            String id(String query, String body) {
                return found(ALIYUN_ID, query);
            }

            @Override
            boolean isInquiry(Headers headers) {
                return "QuerySendDetails".equals(headers.getFirst("x-acs-action"));
            }

            @Override
            String known(String phone, Collection<String> ids) {
                return ids.stream()
                        .map(id -> "{\"ErrCode\":\"DELIVERED\",\"PhoneNum\":\"" + phone
                                + "\",\"SendStatus\":3,\"OutId\":\"" + id + "\"}")
                        .collect(Collectors.joining(
                                ",",
                                "{\"Message\":\"OK\",\"RequestId\":\"R\",\"Code\":\"OK\",\"TotalCount\":" + ids.size()
                                        + ",\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":[",
                                "]}}"));
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

    static StandIn tencent(StandIn.Failing failing) {
        return new StandIn(failing) {
            @Override
            String phone(String query, String body) {
                return found(TENCENT_PHONE, body);
            }

            @Override
            String id(String query, String body) {
                return found(TENCENT_ID, body);
            }

            @Override
            boolean isInquiry(Headers headers) {
                return "PullSmsSendStatusByPhoneNumber".equals(headers.getFirst("X-TC-Action"));
            }

            @Override
            String known(String phone, Collection<String> ids) {
                return ids.stream()
                        .map(id -> "{\"SubscriberNumber\":\"" + phone
                                + "\",\"ReportStatus\":\"SUCCESS\",\"Description\":\"DELIVRD\",\"SessionContext\":\""
                                + id + "\"}")
                        .collect(Collectors.joining(
                                ",", "{\"Response\":{\"PullSmsSendStatusSet\":[", "],\"RequestId\":\"R\"}}"));
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
            throw new IllegalArgumentException("no phone, or no id, in a request");
        }
        return matcher.group(1);
    }
}
