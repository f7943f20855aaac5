package cn.zhengqi.code.consent;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.user.api.InstitutionRenamed;
import org.springframework.stereotype.Component;

/** A consent names whom it is given to as they are called now; its history and what was read stay as they were. */
@Component
class WhenInstitutionRenamed implements EventHandler<InstitutionRenamed> {

    private final ConsentMapper consents;

    WhenInstitutionRenamed(ConsentMapper consents) {
        this.consents = consents;
    }

    @Override
    public Class<InstitutionRenamed> type() {
        return InstitutionRenamed.class;
    }

    @Override
    public void handle(InstitutionRenamed renamed, EventMetadata meta) {
        consents.renameReceiver(renamed.institutionId(), renamed.name());
    }
}
