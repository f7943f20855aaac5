package cn.zhengqi.user.membership;

import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.user.register.Register;
import org.springframework.stereotype.Component;

/** Who claimed an enterprise's code with success administers the enterprise from then on. */
@Component
class WhenCodeIssued implements EventHandler<CodeIssued> {

    private final Memberships memberships;
    private final Register register;

    WhenCodeIssued(Memberships memberships, Register register) {
        this.memberships = memberships;
        this.register = register;
    }

    @Override
    public Class<CodeIssued> type() {
        return CodeIssued.class;
    }

    @Override
    public void handle(CodeIssued issued, EventMetadata meta) {
        if (!register.certify(issued.enterpriseId(), issued.at())) {
            return;
        }
        memberships.administer(issued.applicantId(), issued.applicantName(), issued.enterpriseId(), issued.at());
    }
}
