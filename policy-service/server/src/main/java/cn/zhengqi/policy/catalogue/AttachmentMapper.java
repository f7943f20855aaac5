package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface AttachmentMapper {

    record Row(
            UUID id,
            UUID policyId,
            int edition,
            String name,
            String contentType,
            long size,
            String sha256,
            String objectKey,
            UUID uploadedBy,
            String uploader,
            Instant uploadedAt) {

        /** @param under the address that it lies under for its reader */
        Attachment shown(String under) {
            return new Attachment(id, name, contentType, size, BusinessTime.at(uploadedAt), under + "/" + id);
        }
    }

    @Insert("""
            insert into policy_attachment (id, policy_id, edition, name, content_type, size, sha256, object_key, uploaded_by, uploader, uploaded_at)
            values (#{id}, #{policyId}, #{edition}, #{name}, #{contentType}, #{size}, #{sha256}, #{objectKey}, #{uploadedBy}, #{uploader}, #{uploadedAt})
            """)
    void insert(Row row);

    @Select(
            "select * from policy_attachment where policy_id = #{policyId} and edition = #{edition} order by uploaded_at, id")
    List<Row> of(@Param("policyId") UUID policyId, @Param("edition") int edition);

    @Select("select * from policy_attachment where id = #{id} and policy_id = #{policyId} and edition = #{edition}")
    Optional<Row> one(@Param("policyId") UUID policyId, @Param("edition") int edition, @Param("id") UUID id);

    @Delete("delete from policy_attachment where id = #{id} and policy_id = #{policyId} and edition = #{edition}")
    int delete(@Param("policyId") UUID policyId, @Param("edition") int edition, @Param("id") UUID id);
}
