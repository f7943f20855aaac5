package cn.zhengqi.user.register;

import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.user.reference.ReferenceKind;
import cn.zhengqi.user.reference.ReferenceRenamed;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what was told of the register as it stands. An entry that reads differently from what was told of it last, or of which nothing was told, gets a new version and is
 * told: at the start, which finds what a migration or a new file of reference data changed and what was there before entries were told, and when a town or an industry is renamed.
 */
@Component
class ToldEntries implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ToldEntries.class);

    /** Their names stand in entries. */
    private static final Set<ReferenceKind> NAMED = EnumSet.of(ReferenceKind.TOWN, ReferenceKind.INDUSTRY);

    private final EnterpriseMapper enterprises;
    private final OnceLoader once;

    ToldEntries(EnterpriseMapper enterprises, OnceLoader once) {
        this.enterprises = enterprises;
        this.once = once;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        bringUpToDate();
    }

    @EventListener
    void renamed(ReferenceRenamed name) {
        if (NAMED.contains(name.kind())) {
            bringUpToDate();
        }
    }

    /** @return how many were told */
    int bringUpToDate() {
        int told = Objects.requireNonNull(once.exclusively("register entries", enterprises::tellWhatChanged));
        if (told > 0) {
            LOG.info("Told {} entries of the register that read differently from what was told of them", told);
        }
        return told;
    }
}
