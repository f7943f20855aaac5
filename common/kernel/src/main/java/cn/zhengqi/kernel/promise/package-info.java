/** What services tell each other of promised dates. */
@NullMarked
package cn.zhengqi.kernel.promise;

import org.jspecify.annotations.NullMarked;
