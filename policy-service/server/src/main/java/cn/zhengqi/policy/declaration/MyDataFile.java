package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is kept here of a person, for them to take out. */
@Component
class MyDataFile {

    private final DeclarationMapper declarations;
    private final PersonsRedemptions redemptions;

    MyDataFile(DeclarationMapper declarations, PersonsRedemptions redemptions) {
        this.redemptions = redemptions;
        this.declarations = declarations;
    }

    @Transactional(readOnly = true)
    MyData of(UUID person) {
        return new MyData(
                declarations.of(person).stream().map(MyDataFile::declared).toList(), redemptions.of(person));
    }

    private static MyData.Declared declared(Declaration declaration) {
        Instant submittedAt = declaration.submittedAt();
        return new MyData.Declared(
                declaration.number(),
                declaration.enterpriseName(),
                declaration.projectTitle(),
                declaration.status().label(),
                declaration.contact().name(),
                declaration.contact().number(),
                declaration.answers().values(),
                submittedAt == null ? null : BusinessTime.at(submittedAt));
    }
}
