package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.push.SmsProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports of providers that do not sign them, as they send them: lists of JSON objects, each of one message. What they say beside it, the phone above all, is not kept. */
enum ReceiptFormat {
    /** {@code SmsReport} of 阿里云短信, HTTP 批量推送. */
    ALIYUN(SmsProvider.ALIYUN) {
        @Override
        Receipt receipt(JsonNode one) {
            return new Receipt(
                    idOf(one.path("out_id").asString("")),
                    serialOf(one.path("biz_id").asString("")),
                    // A boolean by its description, and a word in what some senders make of it.
                    one.path("success").asString("").equalsIgnoreCase("true"),
                    one.path("err_code").asString(""),
                    one.path("err_msg").asString(""),
                    partsOf(one.path("sms_size").asString("")));
        }
    },
    /** 短信下发状态通知 of 腾讯云短信. */
    TENCENT(SmsProvider.TENCENT) {
        @Override
        Receipt receipt(JsonNode one) {
            return new Receipt(
                    null,
                    serialOf(one.path("sid").asString("")),
                    one.path("report_status").asString("").equals("SUCCESS"),
                    one.path("errmsg").asString(""),
                    one.path("description").asString(""),
                    null);
        }
    };

    private static final int MOST_PARTS = 20;

    private final SmsProvider provider;

    ReceiptFormat(SmsProvider provider) {
        this.provider = provider;
    }

    SmsProvider provider() {
        return provider;
    }

    abstract Receipt receipt(JsonNode one);

    /** @throws ProblemException VALIDATION_FAILED for what is no list of reports */
    List<Receipt> read(JsonMapper json, String text) {
        JsonNode body;
        try {
            body = json.readTree(text);
        } catch (JacksonException noJson) {
            throw ProblemException.validation("body", "FORMAT", "状态报告应为 JSON");
        }
        if (!body.isArray()) {
            throw ProblemException.validation("body", "FORMAT", "状态报告应为数组");
        }
        List<Receipt> receipts = new ArrayList<>();
        for (JsonNode one : body) {
            receipts.add(receipt(one));
        }
        return receipts;
    }

    private static @Nullable UUID idOf(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException anothers) {
            return null;
        }
    }

    static @Nullable String serialOf(String text) {
        return text.isBlank() || text.length() > SmsAttempts.LONGEST_SERIAL ? null : text;
    }

    private static @Nullable Integer partsOf(String text) {
        int number = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
        return number >= 1 && number <= MOST_PARTS ? number : null;
    }
}
