/* Laid before the C library (LD_PRELOAD) of a process under test: counts every file operation that changes anything under one
 * folder, whoever does it (Python, SQLite, Arrow), and makes the n-th of them the last, or refuse, or tells of all of them.
 *
 * shim_arm(folder, mode, at, log) begins the count anew; shim_count() says how far it is.
 *   KILL   the process dies before the at-th operation
 *   TORN   the same, but where that operation writes, the first half of it is written
 *   FULL   from the at-th operation on nothing is written or made (ENOSPC); of a write the first half is
 *   ONCE   the at-th operation alone is refused so
 *   SYNC   from the at-th operation on every fsync fails (EIO)
 *   BARRED nothing may be changed at all (EROFS)
 *   TELL   every operation is written to the log, to be played back up to any moment
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OFF, KILL, TORN, FULL, ONCE, SYNC, BARRED, TELL };

static char folder[4096];
static size_t folder_length;
static int mode, log_fd = -1;
static long at, count;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

void shim_arm(const char *under, int chosen, long when, int log) {
  snprintf(folder, sizeof folder, "%s", under);
  folder_length = strlen(folder);
  mode = chosen, at = when, count = 0, log_fd = log;
}

long shim_count(void) { return count; }

static int absolute(int dir, const char *path, char *into, size_t size) {
  char base[4096] = "";
  if (path[0] != '/') {
    char link[64];
    if (dir == AT_FDCWD) {
      if (!getcwd(base, sizeof base)) return 0;
    } else {
      snprintf(link, sizeof link, "/proc/self/fd/%d", dir);
      ssize_t length = readlink(link, base, sizeof base - 1);
      if (length < 0) return 0;
      base[length] = 0;
    }
  }
  return snprintf(into, size, "%s%s%s", base, base[0] ? "/" : "", path) < (int)size;
}

static int inside(const char *path) {
  return mode != OFF && !strncmp(path, folder, folder_length) && (path[folder_length] == '/' || !path[folder_length]);
}

static int of_fd(int fd, char *into, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, into, size - 1);
  if (length < 0) return 0;
  into[length] = 0;
  return inside(into);
}

static void tell(char kind, const char *path, const char *other, long long offset, const void *data, size_t size) {
  if (mode != TELL) return;
  uint32_t lengths[2] = {(uint32_t)strlen(path), (uint32_t)(other ? strlen(other) : size)};
  REAL(write)(log_fd, &kind, 1);
  REAL(write)(log_fd, lengths, sizeof lengths);
  REAL(write)(log_fd, &offset, sizeof offset);
  REAL(write)(log_fd, path, lengths[0]);
  if (lengths[1]) REAL(write)(log_fd, other ? other : data, lengths[1]);
}

/* 0: go on; 1: refuse, errno is set; 2: do the first half of a write, then end or refuse */
static int fault(char kind) {
  count++;
  int is_sync = kind == 'S', frees = kind == 'U' || kind == 'R' || kind == 'D';
  switch (mode) {
    case KILL: if (count >= at) kill(getpid(), SIGKILL); return 0;
    case TORN: if (count < at) return 0; if (kind == 'W') return 2; kill(getpid(), SIGKILL); return 0;
    case FULL: case ONCE:
      if (count < at || (mode == ONCE && count > at) || frees) return 0;
      errno = ENOSPC;
      return kind == 'W' ? 2 : 1;
    case SYNC: if (is_sync && count >= at) { errno = EIO; return 1; } return 0;
    case BARRED: if (is_sync) return 0; errno = EROFS; return 1;
  }
  return 0;
}

static int opened(const char *path, int flags, int dir, int (*go)(int, const char *, int, mode_t), mode_t rights) {
  char full[4096];
  if (!(flags & (O_CREAT | O_TRUNC)) || (flags & O_TMPFILE) == O_TMPFILE || !absolute(dir, path, full, sizeof full) || !inside(full)) {
    if (mode == BARRED && (flags & O_ACCMODE) != O_RDONLY && absolute(dir, path, full, sizeof full) && inside(full)) {
      errno = EROFS;
      return -1;
    }
    return go(dir, path, flags, rights);
  }
  struct stat there;
  int exists = !stat(full, &there), changes = !exists || ((flags & O_TRUNC) && there.st_size);
  if (mode == BARRED && exists && (flags & O_ACCMODE) == O_RDONLY) return go(dir, path, flags, rights);
  if ((changes || mode == BARRED) && fault('C')) return -1;
  int fd = go(dir, path, flags, rights);
  if (fd >= 0 && changes) tell(exists ? 'T' : 'C', full, NULL, 0, NULL, 0);
  return fd;
}

static int go_open(int dir, const char *path, int flags, mode_t rights) { return REAL(openat)(dir, path, flags, rights); }

#define RIGHTS(last) \
  mode_t rights = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, last); rights = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { RIGHTS(flags) return opened(path, flags, AT_FDCWD, go_open, rights); }
int open64(const char *path, int flags, ...) { RIGHTS(flags) return opened(path, flags, AT_FDCWD, go_open, rights); }
int openat(int dir, const char *path, int flags, ...) { RIGHTS(flags) return opened(path, flags, dir, go_open, rights); }
int openat64(int dir, const char *path, int flags, ...) { RIGHTS(flags) return opened(path, flags, dir, go_open, rights); }
int creat(const char *path, mode_t rights) { return opened(path, O_CREAT | O_WRONLY | O_TRUNC, AT_FDCWD, go_open, rights); }
int creat64(const char *path, mode_t rights) { return opened(path, O_CREAT | O_WRONLY | O_TRUNC, AT_FDCWD, go_open, rights); }

static long long end_or(int fd) {
  struct stat there;
  return (fcntl(fd, F_GETFL) & O_APPEND) && !fstat(fd, &there) ? (long long)there.st_size : (long long)lseek(fd, 0, SEEK_CUR);
}

static ssize_t written(int fd, const void *data, size_t size, long long offset, int is_at) {
  char path[4096];
  if (mode == OFF || !size || !of_fd(fd, path, sizeof path))
    return is_at ? REAL(pwrite64)(fd, data, size, offset) : REAL(write)(fd, data, size);
  int what = fault('W'), reason = errno;
  if (what == 1) return -1;
  if (what == 2) size /= 2;
  long long place = is_at ? offset : end_or(fd);
  ssize_t done = 0;
  if (size) done = is_at ? REAL(pwrite64)(fd, data, size, offset) : REAL(write)(fd, data, size);
  if (mode == TORN && what == 2) kill(getpid(), SIGKILL);
  if (what == 2 && !size) { errno = reason; return -1; }
  if (done > 0) tell('W', path, NULL, place, data, (size_t)done);
  return done;
}

ssize_t write(int fd, const void *data, size_t size) { return written(fd, data, size, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return written(fd, data, size, offset, 1); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) { return written(fd, data, size, offset, 1); }
ssize_t writev(int fd, const struct iovec *pieces, int number) {
  char path[4096];
  if (mode == OFF || !of_fd(fd, path, sizeof path)) return REAL(writev)(fd, pieces, number);
  for (int place = 0; place < number; place++)
    if (pieces[place].iov_len) return written(fd, pieces[place].iov_base, pieces[place].iov_len, 0, 0);
  return 0;
}

static int synced(int fd, int (*go)(int)) {
  char path[4096];
  if (mode == OFF || !of_fd(fd, path, sizeof path)) return go(fd);
  if (fault('S')) return -1;
  tell('S', path, NULL, 0, NULL, 0);
  return mode == TELL || mode == KILL || mode == TORN ? 0 : go(fd); /* a killed process's files are in the cache all the same */
}
int fsync(int fd) { return synced(fd, REAL(fsync)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }

static int cut(int fd, off64_t length) {
  char path[4096];
  struct stat there;
  if (mode == OFF || !of_fd(fd, path, sizeof path)) return REAL(ftruncate64)(fd, length);
  if (!fstat(fd, &there) && there.st_size == length) return REAL(ftruncate64)(fd, length);
  if (fault('L')) return -1;
  int done = REAL(ftruncate64)(fd, length);
  if (!done) tell('L', path, NULL, length, NULL, 0);
  return done;
}
int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

static int on_path(char kind, int dir, const char *path, int (*go)(int, const char *, int), int how) {
  char full[4096];
  struct stat there;
  if (mode == OFF || !absolute(dir, path, full, sizeof full) || !inside(full)) return go(dir, path, how);
  if (!lstat(full, &there) == (kind == 'M')) return go(dir, path, how); /* it would fail anyway */
  if (fault(kind)) return -1;
  int done = go(dir, path, how);
  if (!done) tell(kind, full, NULL, 0, NULL, 0);
  return done;
}
static int go_unlink(int dir, const char *path, int how) { return REAL(unlinkat)(dir, path, how); }
static int go_mkdir(int dir, const char *path, int rights) { return REAL(mkdirat)(dir, path, (mode_t)rights); }
int unlink(const char *path) { return on_path('U', AT_FDCWD, path, go_unlink, 0); }
int rmdir(const char *path) { return on_path('D', AT_FDCWD, path, go_unlink, AT_REMOVEDIR); }
int unlinkat(int dir, const char *path, int how) { return on_path(how & AT_REMOVEDIR ? 'D' : 'U', dir, path, go_unlink, how); }
int mkdir(const char *path, mode_t rights) { return on_path('M', AT_FDCWD, path, go_mkdir, (int)rights); }
int mkdirat(int dir, const char *path, mode_t rights) { return on_path('M', dir, path, go_mkdir, (int)rights); }

static int moved(int from, const char *old, int to, const char *new) {
  char source[4096], target[4096];
  if (mode == OFF || !absolute(from, old, source, sizeof source) || !absolute(to, new, target, sizeof target) || !inside(target))
    return REAL(renameat)(from, old, to, new);
  if (fault('R')) return -1;
  int done = REAL(renameat)(from, old, to, new);
  if (!done) tell('R', source, target, 0, NULL, 0);
  return done;
}
int rename(const char *old, const char *new) { return moved(AT_FDCWD, old, AT_FDCWD, new); }
int renameat(int from, const char *old, int to, const char *new) { return moved(from, old, to, new); }
