package cn.zhengqi.code.openapi;

import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.card.EnterpriseCard;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a code shows of an enterprise to another system: what the enterprise allows, and not at which level staff hold it, nor what they wrote of it.
 *
 * @param notice Chinese, when something that is allowed cannot be shown now
 */
record SystemCard(
        UUID enterpriseId,
        String name,
        String uscc,
        boolean demo,
        CodeStatus codeStatus,
        @Nullable String notice,
        List<EnterpriseCard.Section> sections) {

    static SystemCard of(EnterpriseCard card) {
        return new SystemCard(
                card.enterpriseId(),
                card.name(),
                card.uscc(),
                card.demo(),
                card.codeStatus(),
                card.notice(),
                card.sections());
    }
}
