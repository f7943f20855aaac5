package cn.zhengqi.policy.declaration;

import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ReceiptMapper {

    /** Of two at once the first stays. */
    @Insert("""
            insert into declaration_receipt (id, number, declaration_id, enterprise_id, enterprise_name, issued_at, issued_by, content, content_sha256, signature)
            values (#{id}, #{number}, #{declarationId}, #{enterpriseId}, #{enterpriseName}, #{issuedAt}, #{issuedBy}, #{content}, #{contentSha256}, #{signature})
            on conflict (declaration_id) do nothing
            """)
    int insert(IssuedReceipt receipt);

    @Select("select * from declaration_receipt where declaration_id = #{declarationId}")
    Optional<IssuedReceipt> of(UUID declarationId);

    @Select("select * from declaration_receipt where number = #{number}")
    Optional<IssuedReceipt> numbered(String number);
}
