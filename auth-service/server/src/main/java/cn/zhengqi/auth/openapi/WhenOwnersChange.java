package cn.zhengqi.auth.openapi;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.user.api.EnterpriseLeftAlone;
import cn.zhengqi.user.api.InstitutionRenamed;
import cn.zhengqi.user.api.InstitutionRetired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys outlive whoever applied for them, are called after their owners, and end with the last who could look after them. */
@Configuration(proxyBeanMethods = false)
class WhenOwnersChange {

    private static final String NAME = "keys-of-nobody";

    /** With its code an enterprise loses all who act for it. */
    @Bean
    EventHandler<CodeStatusChanged> keysEndWithTheCode(Keys keys) {
        return on(CodeStatusChanged.class, NAME, (changed, meta) -> {
            if (changed.status() == CodeStatus.REVOKED) {
                keys.endOf(changed.enterpriseId(), changed.at(), "企业码已注销，企业在平台上不再有成员");
            }
        });
    }

    @Bean
    EventHandler<EnterpriseLeftAlone> keysEndWithTheLastAdministrator(Keys keys) {
        return on(
                EnterpriseLeftAlone.class,
                NAME,
                (alone, meta) -> keys.endOf(alone.enterpriseId(), alone.at(), "企业在平台上不再有管理员"));
    }

    @Bean
    EventHandler<InstitutionRetired> keysEndWithTheInstitution(Keys keys) {
        return on(
                InstitutionRetired.class,
                NAME,
                (retired, meta) -> keys.endOf(retired.institutionId(), retired.at(), "机构已停用"));
    }

    @Bean
    EventHandler<InstitutionRenamed> keysAreCalledAfterTheInstitution(Keys keys) {
        return on(
                InstitutionRenamed.class,
                "names-of-key-owners",
                (renamed, meta) -> keys.ownerIsCalled(renamed.institutionId(), renamed.name()));
    }
}
