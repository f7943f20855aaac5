package cn.zhengqi.user.reference;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** By which every copy of the service knows that what it keeps in memory is old. */
@Component
public class ReferenceRevision {

    private final ReferenceMapper mapper;

    ReferenceRevision(ReferenceMapper mapper) {
        this.mapper = mapper;
    }

    /** Before the first row is touched: edits wait for each other, so that what they have checked still holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise() {
        mapper.revise();
    }
}
