/** What a service says of the data of people and enterprises that it processes (GB/T 35273; Personal Information Protection Law). */
@NullMarked
package cn.zhengqi.kernel.processing;

import org.jspecify.annotations.NullMarked;
