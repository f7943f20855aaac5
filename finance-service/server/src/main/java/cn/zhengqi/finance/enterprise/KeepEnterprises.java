package cn.zhengqi.finance.enterprise;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.user.api.EnterpriseRegistered;
import org.springframework.stereotype.Component;

/** Keeps the local copy of the register, so that an application knows its enterprise without a question. */
@Component
class KeepEnterprises implements EventHandler<EnterpriseRegistered> {

    private final EnterpriseMapper enterprises;

    KeepEnterprises(EnterpriseMapper enterprises) {
        this.enterprises = enterprises;
    }

    @Override
    public Class<EnterpriseRegistered> type() {
        return EnterpriseRegistered.class;
    }

    @Override
    public void handle(EnterpriseRegistered event, EventMetadata meta) {
        enterprises.save(
                new Enterprise(
                        event.enterpriseId(),
                        event.uscc(),
                        event.name(),
                        event.townCode(),
                        event.demo(),
                        meta.occurredAt()),
                meta.version());
    }
}
